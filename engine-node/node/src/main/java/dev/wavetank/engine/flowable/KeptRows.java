package dev.wavetank.engine.flowable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.ForEachSqlNode;
import org.apache.ibatis.scripting.xmltags.MixedSqlNode;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.scripting.xmltags.StaticTextSqlNode;
import org.apache.ibatis.session.Configuration;

/// The SQL of an insert of many rows, whose text depends on nothing but how many they are.
///
/// MyBatis numbers the parameters of each row anew at each use, with a regular expression for each of them: four tenths
/// of the processor time of an engine that started instances with ten tasks.
final class KeptRows implements SqlSource {
    private static final String LIST = "list";
    /// The engine inserts so many rows at a time.
    private static final int MOST = 100;

    private final Configuration configuration;
    private final SqlNode root;
    private final String row;
    private final String number;
    private final Map<List<Class<?>>, SqlSource> forms = new ConcurrentHashMap<>();

    private KeptRows(Configuration configuration, SqlNode root, MetaObject each) {
        this.configuration = configuration;
        this.root = root;
        this.row = ForEachSqlNode.ITEM_PREFIX + each.getValue("item") + "_";
        this.number = ForEachSqlNode.ITEM_PREFIX + each.getValue("index") + "_";
    }

    /// @return nothing for a text that is not of this kind
    static Optional<SqlSource> of(Configuration configuration, SqlNode root) {
        List<MetaObject> loops = contents(configuration, root).stream()
                .filter(node -> !(node instanceof StaticTextSqlNode))
                .map(configuration::newMetaObject)
                .toList();
        return loops.size() == 1 && isRows(configuration, loops.getFirst())
                ? Optional.of(new KeptRows(configuration, root, loops.getFirst()))
                : Optional.empty();
    }

    private static boolean isRows(Configuration configuration, MetaObject each) {
        return each.getOriginalObject() instanceof ForEachSqlNode
                && LIST.equals(each.getValue("collectionExpression"))
                && each.getValue("item") != null
                && each.getValue("index") != null
                && contents(configuration, (SqlNode) each.getValue("contents")).stream()
                        .allMatch(StaticTextSqlNode.class::isInstance);
    }

    @SuppressWarnings("unchecked") // so the class declares it
    private static List<SqlNode> contents(Configuration configuration, SqlNode node) {
        return node instanceof MixedSqlNode
                ? (List<SqlNode>) configuration.newMetaObject(node).getValue("contents")
                : List.of(node);
    }

    @Override
    public BoundSql getBoundSql(Object parameter) {
        List<?> rows = (List<?>) Objects.requireNonNull(((Map<?, ?>) parameter).get(LIST));
        List<Class<?>> form = rows.stream().<Class<?>>map(Object::getClass).toList();
        SqlSource parsed = forms.get(form);
        if (parsed == null) {
            DynamicContext context = new DynamicContext(configuration, parameter);
            root.apply(context);
            parsed = new SqlSourceBuilder(configuration)
                    .parse(context.getSql(), parameter.getClass(), context.getBindings());
            if (forms.size() < MOST) forms.put(form, parsed);
        }
        BoundSql bound = parsed.getBoundSql(parameter);
        for (int i = 0; i < rows.size(); i++) {
            bound.setAdditionalParameter(row + i, rows.get(i));
            bound.setAdditionalParameter(number + i, i);
        }
        return bound;
    }
}
