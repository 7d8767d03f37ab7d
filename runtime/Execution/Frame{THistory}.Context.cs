using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The context object, <c>$$</c>.</summary>
public abstract partial class Frame<THistory>
{
    /// <summary>The context object as the state sees it. FEATURES A6.</summary>
    protected JsonValue Context() => ContextObject.Of(this);

    /// <summary>The context object as the <c>ItemSelector</c> of a Map sees it for one item.</summary>
    protected JsonValue Context(JsonValue item, int index) => ContextObject.Of(this, in item, index);
}
