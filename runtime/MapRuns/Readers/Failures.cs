using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.MapRuns.Readers;

/// <summary>The errors with which reading ends a Map Run. FEATURES L-318.</summary>
internal static class Failures
{
    public static MapRunException Reader(string message) => new(Faults.ItemReaderFailed(message));

    public static MapRunException NotIterable() => new(Faults.ItemsNotIterable());

    /// <summary>A member of the reader's or writer's arguments that must be a string with something in it.</summary>
    public static string Argument(in JsonValue arguments, string name, Func<string, MapRunException> failure)
        => arguments.IsObject && arguments.Get(name) is { IsString: true } text && text.AsString() is { Length: > 0 } value
            ? value
            : throw failure($"'{name}' must be a string that is not empty.");
}
