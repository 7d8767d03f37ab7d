using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A constant argument with which an intrinsic call fails on every run. RULES.md, intrinsic-...; FEATURES L-404 to L-420.</summary>
public sealed class BadIntrinsicArgument : Rule
{
    private const int LongestRange = 1000;

    private static readonly string[] s_algorithms = ["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"];

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach ((StringNode source, IntrinsicCall call) in IntrinsicUses.Find(machine))
        {
            if (Find(call) is { } found)
                report(ExpressionFaults.BadIntrinsicArgument.Inside(source, found.Wrong.Start, found.Wrong.Length, found.Message).Suggesting(Meant(call)));
        }
    }

    private static (IntrinsicArgument Wrong, string Message)? Find(IntrinsicCall call) => call.Function switch
    {
        IntrinsicFunction.Format => Format(call),
        IntrinsicFunction.Hash => Hash(call),
        IntrinsicFunction.ArrayRange => Range(call),
        IntrinsicFunction.ArrayPartition => Partition(call),
        IntrinsicFunction.ArrayGetItem => GetItem(call),
        IntrinsicFunction.MathRandom => Random(call),
        IntrinsicFunction.JsonMerge => Merge(call),
        IntrinsicFunction.StringToJson => Json(call),
        _ => null,
    };

    private static (IntrinsicArgument, string)? Format(IntrinsicCall call)
    {
        if (call.Format is null || call.Format.PlaceholderCount == call.Arguments.Count - 1)
            return null;
        return (call.Arguments[0], $"The template of '{call.Name}' has {Places.Text(call.Format.PlaceholderCount)} '{{}}', and {Places.Text(call.Arguments.Count - 1)} further arguments stand after it; expected as many");
    }

    private static (IntrinsicArgument, string)? Hash(IntrinsicCall call)
    {
        if (TextAt(call, 1) is not { } algorithm || s_algorithms.Contains(algorithm))
            return null;
        return (call.Arguments[1], $"'{algorithm}' is no algorithm of '{call.Name}'; expected {string.Join(", ", s_algorithms.Take(4))} or {s_algorithms[4]}{NearMiss.Hint(algorithm, s_algorithms)}");
    }

    private static string? Meant(IntrinsicCall call) =>
        call.Function == IntrinsicFunction.Hash && TextAt(call, 1) is { } algorithm && NearMiss.Find(algorithm, s_algorithms) is { } near ? $"'{near}'" : null;

    private static (IntrinsicArgument, string)? Range(IntrinsicCall call)
    {
        if (NumberAt(call, 2) == 0)
            return (call.Arguments[2], $"The step of '{call.Name}' is 0; expected another number");
        if (NumberAt(call, 0) is not { } first || NumberAt(call, 1) is not { } last || NumberAt(call, 2) is not { } step)
            return null;
        double count = Math.Floor((last - first) / step) + 1;
        return count > LongestRange ? (call, $"'{call.Name}' would make {Places.Text(count)} items; at most {Places.Text(LongestRange)} are allowed") : null;
    }

    private static (IntrinsicArgument, string)? Partition(IntrinsicCall call) => NumberAt(call, 1) is { } size && size < 1
        ? (call.Arguments[1], $"The chunk size of '{call.Name}' is {Places.Text(size)}; expected at least 1")
        : null;

    private static (IntrinsicArgument, string)? GetItem(IntrinsicCall call)
    {
        if (NumberAt(call, 1) is not { } index)
            return null;
        if (index < 0)
            return (call.Arguments[1], $"The index of '{call.Name}' is {Places.Text(index)}; expected at least 0");
        return call.Arguments[0] is IntrinsicCall { Function: IntrinsicFunction.Array } array && index >= array.Arguments.Count
            ? (call.Arguments[1], $"The index of '{call.Name}' is {Places.Text(index)}; the array has {Places.Text(array.Arguments.Count)} items, counted from 0")
            : null;
    }

    private static (IntrinsicArgument, string)? Random(IntrinsicCall call) => NumberAt(call, 0) is { } start && NumberAt(call, 1) is { } end && start > end
        ? (call.Arguments[0], $"The start of '{call.Name}' is {Places.Text(start)}, above its end, which is {Places.Text(end)}")
        : null;

    private static (IntrinsicArgument, string)? Merge(IntrinsicCall call) => call.Arguments[2] is IntrinsicLiteral { Value: BooleanNode { Value: true } }
        ? (call.Arguments[2], $"The third argument of '{call.Name}' is true; only false is supported, which merges the top level")
        : null;

    private static (IntrinsicArgument, string)? Json(IntrinsicCall call) => TextAt(call, 0) is { } text && text.Trim().Length > 0 && JsonReader.ReadValue(text).Faults.Any(fault => fault.Severity == Severity.Error)
        ? (call.Arguments[0], $"The text given to '{call.Name}' is not JSON")
        : null;

    // AWS rounds what is no integer, halves upwards. FEATURES L-410, L-418.
    private static double? NumberAt(IntrinsicCall call, int index) => call.Arguments[index] is IntrinsicLiteral { Value: NumberNode number } ? Math.Floor(number.Value + 0.5) : null;

    private static string? TextAt(IntrinsicCall call, int index) => call.Arguments[index] is IntrinsicLiteral { Value: StringNode text } ? text.Value : null;
}
