namespace Durable.Tests.Contract;

public sealed class MemoryAppendTests : AppendContract<MemoryUnderTest>;

public sealed class MemoryTransactionTests : TransactionContract<MemoryUnderTest>;

public sealed class MemoryListTests : ListContract<MemoryUnderTest>;

public sealed class MemoryParkingTests : ParkingContract<MemoryUnderTest>;

public sealed class MemoryPurgeTests : PurgeContract<MemoryUnderTest>;

public sealed class MemoryCatalogTests : CatalogContract<MemoryUnderTest>;
