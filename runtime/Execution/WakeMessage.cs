using Compiled.Values;

namespace Compiled.Execution;

/// <summary>No signal: only has the pump look again whether a virtual clock may go on.</summary>
internal sealed class WakeMessage : Message
{
    public override bool TryOpen(out SignalKind kind, out JsonValue value)
    {
        (kind, value) = (default, default);
        return false;
    }
}
