package dev.wavetank.engine.flowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;

/// Of rows in any number it answers what MyBatis would.
class KeptRowsTest {
    private static final String ROWS = """
            <script>insert into T values
            <foreach collection="list" item="row" index="index" separator=",">(#{row.id, jdbcType=VARCHAR}, #{row.rowCount})
            </foreach></script>""";

    private final Configuration configuration = new Configuration();

    public record Row(String id, int rowCount) {
        public String getId() {
            return id;
        }

        public int getRowCount() {
            return rowCount;
        }
    }

    private Optional<SqlSource> kept(SqlSource plain) {
        return KeptRows.of(
                configuration, (SqlNode) configuration.newMetaObject(plain).getValue("rootSqlNode"));
    }

    private SqlSource source(String script) {
        return new XMLLanguageDriver().createSqlSource(configuration, script, Map.class);
    }

    private static Map<String, Object> rows(int count) {
        return Map.of(
                "list",
                IntStream.range(0, count).mapToObj(i -> new Row("row-" + i, i)).toList());
    }

    @Test
    void answersAsMyBatisWould() {
        SqlSource plain = source(ROWS);
        SqlSource kept = kept(plain).orElseThrow();
        for (int count : new int[] {2, 3, 2, 12, 3}) {
            Map<String, Object> parameter = rows(count);
            BoundSql expected = plain.getBoundSql(parameter);
            BoundSql actual = kept.getBoundSql(parameter);
            assertThat(actual.getSql()).isEqualTo(expected.getSql());
            assertThat(mappings(actual)).isEqualTo(mappings(expected)).hasSize(2 * count);
            assertThat(expected.getAdditionalParameters()).containsAllEntriesOf(actual.getAdditionalParameters());
            for (ParameterMapping mapping : expected.getParameterMappings()) {
                assertThat(actual.getAdditionalParameter(mapping.getProperty()))
                        .isEqualTo(expected.getAdditionalParameter(mapping.getProperty()));
            }
        }
    }

    @Test
    void leavesOtherTextsAlone() {
        assertThat(kept(source(
                        "<script>select * from T <where><if test='id != null'>ID = #{id}</if></where></script>")))
                .isEmpty();
        assertThat(kept(source(ROWS.replace("collection=\"list\"", "collection=\"names\""))))
                .isEmpty();
        assertThat(kept(source(ROWS.replace("#{row.rowCount}", "<if test='row.id != null'>1</if>"))))
                .isEmpty();
    }

    private static List<String> mappings(BoundSql sql) {
        return sql.getParameterMappings().stream()
                .map(ParameterMapping::toString)
                .toList();
    }
}
