using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>A handler tells that its job was submitted.</summary>
internal sealed class SubmittedMessage(Held held, JsonValue output) : Message
{
    public override void Open(Run run) => run.Submitted(held, output);
}
