using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary><c>{"behaviour": "return_large_string", "character": "a", "count": 263168}</c>: gives the character that many times.</summary>
internal sealed class LargeStringBehaviour(char character, int count) : TaskBehaviour
{
    private readonly JsonValue _text = JsonValue.String(new string(character, count));

    public override ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken) => new(_text);
}
