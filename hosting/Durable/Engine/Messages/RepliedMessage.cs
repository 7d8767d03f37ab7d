using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>A handler's call completed at once.</summary>
internal sealed class RepliedMessage(Held held, JsonValue value) : Message
{
    public override void Open(Run run) => run.Replied(held, value);
}
