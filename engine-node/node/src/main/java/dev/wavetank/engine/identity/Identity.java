package dev.wavetank.engine.identity;

import javax.sql.DataSource;

/// The identity service of a node.
///
/// @param groups also answers which groups a user belongs to, for candidate queries
public record Identity(Users users, Groups groups, UserInfos infos, Pictures pictures, IdentitySync sync) {
    /// @param source gives connections that commit by themselves
    public static Identity on(DataSource source) {
        Database database = new Database(source);
        return new Identity(
                new Users(database),
                new Groups(database),
                new UserInfos(database),
                new Pictures(database),
                new IdentitySync(database));
    }
}
