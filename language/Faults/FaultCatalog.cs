namespace Compiled.Language.Faults;

/// <summary>
/// Every fault there is. Ids are grouped: 10xx JSON and fields, 11xx names, 12xx expressions, 20xx flow, 21xx errors, 22xx time,
/// 23xx data flow, 24xx Map, 25xx tasks, 26xx sizes, 30xx C# handlers.
/// </summary>
public static class FaultCatalog
{
    // To add faults: a class beside this file with a static list All, and its name here.
    private static readonly IReadOnlyList<FaultDescriptor>[] s_groups =
    [
        JsonFaults.All,
        FieldFaults.All,
        NameFaults.All,
        ExpressionFaults.All,
        FlowFaults.All,
        ErrorFaults.All,
        TimeFaults.All,
        DataFaults.All,
        MapFaults.All,
        TaskFaults.All,
        CompilerFaults.All,
        SizeFaults.All,
        HandlerFaults.All,
    ];

    /// <summary>All rows, by group in the stated order.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } = [.. s_groups.SelectMany(group => group)];

    /// <summary>The row of an id such as <c>ASL1001</c>, or null.</summary>
    public static FaultDescriptor? Find(string id) => All.FirstOrDefault(row => row.Id == id);
}
