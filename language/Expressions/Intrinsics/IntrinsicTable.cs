namespace Compiled.Language.Expressions;

/// <summary>The intrinsic functions: name, arguments and result. There are no others (FEATURES L-421).</summary>
public static class IntrinsicTable
{
    // Short names for the rows below.
    private const IntrinsicKinds String = IntrinsicKinds.String;
    private const IntrinsicKinds Number = IntrinsicKinds.Number;
    private const IntrinsicKinds Boolean = IntrinsicKinds.Boolean;
    private const IntrinsicKinds Object = IntrinsicKinds.Object;
    private const IntrinsicKinds Array = IntrinsicKinds.Array;
    private const IntrinsicKinds Any = IntrinsicKinds.Any;

    /// <summary>All rows.</summary>
    public static IReadOnlyList<IntrinsicSignature> All { get; } =
    [
        new(IntrinsicFunction.Format, String, [String, Any], repeatsLast: true, mayGiveString: true),
        new(IntrinsicFunction.StringToJson, Any, [String]),
        new(IntrinsicFunction.JsonToString, String, [Any], mayGiveString: true),
        new(IntrinsicFunction.Array, Array, [Any], repeatsLast: true),
        new(IntrinsicFunction.ArrayPartition, Array, [Array, Number]),
        new(IntrinsicFunction.ArrayContains, Boolean, [Array, Any]),
        new(IntrinsicFunction.ArrayRange, Array, [Number, Number, Number]),
        new(IntrinsicFunction.ArrayGetItem, Any, [Array, Number], mayGiveString: true),
        new(IntrinsicFunction.ArrayLength, Number, [Array]),
        new(IntrinsicFunction.ArrayUnique, Array, [Array]),
        new(IntrinsicFunction.Base64Encode, String, [String], mayGiveString: true),
        new(IntrinsicFunction.Base64Decode, String, [String], mayGiveString: true),
        new(IntrinsicFunction.Hash, String, [String, String], mayGiveString: true),
        new(IntrinsicFunction.JsonMerge, Object, [Object, Object, Boolean]),
        new(IntrinsicFunction.MathRandom, Number, [Number, Number, Number], optional: 1),
        new(IntrinsicFunction.MathAdd, Number, [Number, Number]),
        new(IntrinsicFunction.StringSplit, Array, [String, String]),
        new(IntrinsicFunction.UUID, String, [], mayGiveString: true),
    ];

    /// <summary>All names, such as <c>States.Format</c>.</summary>
    public static IEnumerable<string> Names => All.Select(row => row.Name);

    /// <summary>The row of a name such as <c>States.Format</c>, or null. Upper and lower case differ.</summary>
    public static IntrinsicSignature? Find(string name) => All.FirstOrDefault(row => row.Name == name);

    /// <summary>The full name that was probably meant by one without <c>States.</c>, or null.</summary>
    internal static string? FindWithoutPrefix(string name)
    {
        string full = "States." + name;
        return Find(full)?.Name ?? NearMiss.Find(full, Names);
    }

    /// <summary>The row of a function.</summary>
    public static IntrinsicSignature Of(IntrinsicFunction function) => All.First(row => row.Function == function);
}
