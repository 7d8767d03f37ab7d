using Compiled;
using Compiled.Values;

namespace Compiled.Benchmarks.Durable;

/// <summary>Ten states, three tasks whose handlers answer at once: four steps of the journal.</summary>
[StateMachine("TenStates.asl.json")]
public partial class TenStates
{
    /// <summary>How many states an execution passes.</summary>
    public const int Transitions = 10;

    /// <summary>The input of every execution.</summary>
    public static readonly JsonValue Input = JsonValue.Parse("""{"id":"o-1001","total":129.5,"customer":{"name":"A. Miller","tier":"gold"},"lines":[{"sku":"hat","count":2},{"sku":"scarf","count":1}]}"""u8);

    private static readonly JsonValue
        s_reserved = JsonValue.Parse("""{"token":"r-77","until":"2026-01-01T00:00:00Z"}"""u8),
        s_charged = JsonValue.Parse("""{"ok":true,"id":"c-9"}"""u8),
        s_shipped = JsonValue.Parse("""{"parcel":"p-4","carrier":"post"}"""u8);

    [TaskHandler("reserve")]
    private static ValueTask<JsonValue> Reserve(JsonValue input) => new(s_reserved);

    [TaskHandler("charge")]
    private static ValueTask<JsonValue> Charge(JsonValue input) => new(s_charged);

    [TaskHandler("ship")]
    private static ValueTask<JsonValue> Ship(JsonValue input) => new(s_shipped);
}
