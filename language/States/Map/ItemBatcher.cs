using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>How a distributed Map groups its items. FEATURES L-312.</summary>
public sealed class ItemBatcher
{
    internal ItemBatcher()
    {
    }

    /// <summary>How many items a batch has at most; null means no limit.</summary>
    public int? MaxItems { get; internal set; }

    /// <summary>Where that number is read from. JSONPath only.</summary>
    public PathExpression? MaxItemsPath { get; internal set; }

    /// <summary>The expression that gives that number. JSONata only.</summary>
    public JsonataText? MaxItemsExpression { get; internal set; }

    /// <summary>How many bytes of JSON a batch has at most; null means as many as an input may have.</summary>
    public int? MaxBytes { get; internal set; }

    /// <summary>Where that number is read from. JSONPath only.</summary>
    public PathExpression? MaxBytesPath { get; internal set; }

    /// <summary>The expression that gives that number. JSONata only.</summary>
    public JsonataText? MaxBytesExpression { get; internal set; }

    /// <summary>What every batch is given besides its items.</summary>
    public Template? BatchInput { get; internal set; }
}
