using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>The value of InputPath, OutputPath or ResultPath: a path, or null. FEATURES L-031, L-037, L-039.</summary>
public sealed class DataPath
{
    private DataPath(PathExpression? path, bool isNull)
    {
        Path = path;
        IsNull = isNull;
    }

    /// <summary>The value of an absent field: the whole document.</summary>
    public static DataPath Default { get; } = new(null, isNull: false);

    /// <summary>JSON null: an empty input or output, or a discarded result.</summary>
    public static DataPath Null { get; } = new(null, isNull: true);

    /// <summary>Whether the field is JSON null.</summary>
    public bool IsNull { get; }

    /// <summary>The path as written; null when the field is absent or JSON null.</summary>
    public PathExpression? Path { get; }

    /// <summary>Whether the field is absent or just <c>$</c>.</summary>
    public bool IsDefault => !IsNull && (Path is null || (Path.IsRootOnly && Path.Root == PathRoot.Input));

    internal static DataPath Of(PathExpression path) => new(path, isNull: false);
}
