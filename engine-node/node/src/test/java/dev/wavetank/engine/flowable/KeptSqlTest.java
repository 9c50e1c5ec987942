package dev.wavetank.engine.flowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Asked in any order, it answers what MyBatis would.
class KeptSqlTest {
    private static final String SCRIPT = """
            <script>select * from T
            <where>
              <if test="id != null">ID = #{id}</if>
              <if test="names != null">
                and NAME in <foreach collection="names" item="name" open="(" separator="," close=")">#{name}</foreach>
              </if>
            </where> order by ${order}</script>""";

    private final Configuration configuration = new Configuration();
    private final SqlSource plain = new XMLLanguageDriver().createSqlSource(configuration, SCRIPT, Map.class);
    private final SqlSource kept = kept();

    private SqlSource kept() {
        SqlSource source = new XMLLanguageDriver().createSqlSource(configuration, SCRIPT, Map.class);
        assertThat(source).isInstanceOf(DynamicSqlSource.class);
        configuration.addMappedStatement(
                new MappedStatement.Builder(configuration, "test.find", source, SqlCommandType.SELECT).build());
        configuration.addMappedStatement(new MappedStatement.Builder(
                        configuration,
                        "test.fixed",
                        new SqlSourceBuilder(configuration).parse("select 1", Object.class, Map.of()),
                        SqlCommandType.SELECT)
                .build());
        KeptSql.install(configuration);
        assertThat(configuration.getMappedStatement("test.fixed").getSqlSource())
                .isNotInstanceOf(KeptSql.class);
        SqlSource replaced = configuration.getMappedStatement("test.find").getSqlSource();
        assertThat(replaced).isInstanceOf(KeptSql.class);
        return replaced;
    }

    static List<List<Map<String, Object>>> calls() {
        Map<String, Object> byId = Map.of("id", "a", "order", "ID");
        Map<String, Object> byNumber = Map.of("id", 3, "order", "ID");
        Map<String, Object> byNames = Map.of("names", List.of("x", "y"), "order", "NAME");
        Map<String, Object> byNumbers = Map.of("names", List.of(1, 2), "order", "NAME");
        Map<String, Object> byNull = new HashMap<>(Map.of("names", Arrays.asList("x", null), "order", "NAME"));
        return List.of(
                List.of(byId, byId),
                List.of(byId, byNumber, byId),
                List.of(byNames, byNumbers, byNames),
                List.of(byNull, byNames, byNull),
                List.of(byNames, Map.of("names", List.of("z"), "order", "ID"), Map.of("order", "ID")));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answersAsMyBatisWould(List<Map<String, Object>> parameters) {
        for (Map<String, Object> parameter : parameters) {
            BoundSql expected = plain.getBoundSql(parameter);
            BoundSql actual = kept.getBoundSql(parameter);
            assertThat(actual.getSql()).isEqualTo(expected.getSql());
            assertThat(mappings(actual)).isEqualTo(mappings(expected));
            assertThat(actual.getAdditionalParameters()).isEqualTo(expected.getAdditionalParameters());
            assertThat(actual.getParameterObject()).isSameAs(parameter);
        }
    }

    private static List<String> mappings(BoundSql sql) {
        return sql.getParameterMappings().stream()
                .map(ParameterMapping::toString)
                .toList();
    }
}
