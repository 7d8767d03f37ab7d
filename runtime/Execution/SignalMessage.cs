using Compiled.Values;

namespace Compiled.Execution;

/// <summary>A signal of which nothing has to be worked out: a timer, a token, a stop.</summary>
internal sealed class SignalMessage(SignalKind kind, PendingEffect? pending, JsonValue value) : Message
{
    public SignalKind Kind => kind;

    public JsonValue Value => value;

    public override PendingEffect? Pending => pending;

    public override bool TryOpen(out SignalKind opened, out JsonValue opening)
    {
        opened = kind;
        opening = value;
        return pending is null || !pending.IsOver && pending.Accepts(kind, in value);
    }
}
