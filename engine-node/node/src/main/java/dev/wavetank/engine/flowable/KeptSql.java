package dev.wavetank.engine.flowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.session.Configuration;

/// The dynamic SQL of one mapped statement, which remembers what it has parsed.
///
/// MyBatis assembles the text of such a statement at each use, and then parses the text for its parameters, which took
/// a seventh of an engine's processor time. The second half depends on the text and on the types of what its
/// parameters are read from, and on nothing else.
final class KeptSql implements SqlSource {
    /// A statement with more forms than that is one whose parts are counted, as a list of ids.
    private static final int MOST = 64;

    private final Configuration configuration;
    private final SqlNode root;
    private final Map<Form, SqlSource> forms = new ConcurrentHashMap<>();

    private KeptSql(Configuration configuration, SqlNode root) {
        this.configuration = configuration;
        this.root = root;
    }

    /// @param types of the parameter, then of what the text's nodes bind, in their order
    private record Form(String text, List<Class<?>> types) {}

    /// Changes all statements that a configuration has so far.
    static void install(Configuration configuration) {
        // The map names most statements twice, by their short names too; an ambiguous one stands for no statement.
        for (Object named : List.copyOf(configuration.getMappedStatements())) {
            if (!(named instanceof MappedStatement statement)
                    || !(statement.getSqlSource() instanceof DynamicSqlSource source)) continue;
            SqlNode root = (SqlNode) configuration.newMetaObject(source).getValue("rootSqlNode");
            configuration
                    .newMetaObject(statement)
                    .setValue(
                            "sqlSource",
                            KeptRows.of(configuration, root).orElseGet(() -> new KeptSql(configuration, root)));
        }
    }

    @Override
    public BoundSql getBoundSql(Object parameter) {
        DynamicContext context = new DynamicContext(configuration, parameter);
        root.apply(context);
        Map<String, Object> bindings = context.getBindings();
        Class<?> type = parameter == null ? Object.class : parameter.getClass();
        String text = context.getSql();
        Form form = new Form(text, types(type, bindings));
        SqlSource parsed = forms.get(form);
        if (parsed == null) {
            parsed = new SqlSourceBuilder(configuration).parse(text, type, bindings);
            if (forms.size() < MOST) forms.put(form, parsed);
        }
        BoundSql bound = parsed.getBoundSql(parameter);
        bindings.forEach(bound::setAdditionalParameter);
        return bound;
    }

    private static List<Class<?>> types(Class<?> parameter, Map<String, Object> bindings) {
        List<Class<?>> types = new ArrayList<>(bindings.size() + 1);
        types.add(parameter);
        for (Object value : bindings.values()) types.add(value == null ? Object.class : value.getClass());
        return types;
    }
}
