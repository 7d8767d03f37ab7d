using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>Maps.</content>
public static partial class Faults
{
    /// <summary>FEATURES E-014: ItemsPath leads to something else than an array.</summary>
    public static Fault ItemsNotArray(string path) => Runtime($"Reference path \"{path}\" must point to array.");

    /// <summary>FEATURES E-009.</summary>
    public static Fault MaxConcurrencyPathNotInteger(string path, JsonValue value) => NotInteger("MaxConcurrencyPath", path, value);

    /// <summary>FEATURES E-010.</summary>
    public static Fault MaxItemsPathNotInteger(string path, JsonValue value) => NotInteger("MaxItemsPath", path, value);

    /// <summary>FEATURES E-011.</summary>
    public static Fault ToleratedFailureCountPathNotInteger(string path, JsonValue value) => NotInteger("ToleratedFailureCountPath", path, value);

    /// <summary>FEATURES E-012.</summary>
    public static Fault ToleratedFailurePercentagePathNotNumber(string path, JsonValue value)
        => Runtime($"The ToleratedFailurePercentagePath field refers to value \"{Text(value)}\" which is not a valid float: {path}");

    /// <summary>FEATURES E-013.</summary>
    public static Fault ToleratedFailureCountNegative() => Runtime("ToleratedFailureCount cannot be negative.");

    /// <summary>FEATURES E-013.</summary>
    public static Fault ToleratedFailurePercentageOutOfRange() => Runtime("ToleratedFailurePercentage must be between 0 and 100.");

    /// <summary>FEATURES E-035: an ItemReader could not make items of what it read.</summary>
    public static Fault ItemReaderFailed(string message) => new(StatesErrors.ItemReaderFailed, message);

    /// <summary>FEATURES E-035: what was read is no list.</summary>
    public static Fault ItemsNotIterable() => ItemReaderFailed("Attempting to map over non-iterable node.");

    /// <summary>FEATURES E-036: more items failed than is tolerated. AWS ends the sentence without a full stop.</summary>
    public static Fault ToleratedFailuresExceeded()
        => new(StatesErrors.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded");

    internal static Fault NotInteger(string field, string path, JsonValue value)
        => Runtime($"The {field} field refers to value \"{Text(value)}\" which is not a valid integer: {path}");
}
