package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.membership.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What users and groups differ in when they are pushed.
///
/// @param found  the query for what is there, ending before `IN`
/// @param blank  one that is not there yet, of a tenant and an id
/// @param change one with what its row names
record SyncKind<T>(
        String found,
        Jdbc.Row<T> row,
        Function<T, String> id,
        BiFunction<String, String, T> blank,
        BiFunction<T, ObjectNode, T> change,
        Write<T> insert,
        Write<T> update) {
    static final SyncKind<User> USERS = new SyncKind<>(
            "SELECT " + User.COLUMNS + " FROM WT_USER WHERE TENANT = ? AND ID",
            User::of,
            User::id,
            User::blank,
            User::with,
            UserRows::insert,
            UserRows::update);
    static final SyncKind<Group> GROUPS = new SyncKind<>(
            "SELECT " + Group.COLUMNS + " FROM WT_GROUP WHERE TENANT = ? AND ID",
            Group::of,
            Group::id,
            Group::blank,
            Group::with,
            Group::insert,
            Group::update);

    @FunctionalInterface
    interface Write<T> {
        void all(Connection connection, List<T> rows) throws SQLException;
    }
}
