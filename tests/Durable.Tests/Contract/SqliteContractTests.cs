namespace Durable.Tests.Contract;

public sealed class SqliteAppendTests : AppendContract<SqliteUnderTest>;

public sealed class SqliteTransactionTests : TransactionContract<SqliteUnderTest>;

public sealed class SqliteListTests : ListContract<SqliteUnderTest>;

public sealed class SqliteParkingTests : ParkingContract<SqliteUnderTest>;

public sealed class SqlitePurgeTests : PurgeContract<SqliteUnderTest>;

public sealed class SqliteCatalogTests : CatalogContract<SqliteUnderTest>;
