using Compiled.Values;

namespace Compiled.Benchmarks.Durable;

/// <summary>Waits until a time; its handler is whatever the benchmark says.</summary>
[StateMachine("Waiting.asl.json")]
public partial class Waiting(Func<JsonValue, ValueTask<JsonValue>> note)
{
    [TaskHandler("note", Idempotent = true)]
    private ValueTask<JsonValue> Note(JsonValue input) => note(input);

    /// <summary>The input for a time, whole milliseconds.</summary>
    public static JsonValue Until(DateTimeOffset time)
        => JsonValue.Parse(System.Text.Encoding.UTF8.GetBytes($$"""{"until":"{{time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}"}"""));
}
