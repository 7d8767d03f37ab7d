using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class RecordedIntrinsicsTests
{
    // Only calls whose arguments are paths into $.FunctionInput; the conformance harness runs all of them.
    [CorpusFact]
    public void Functions_RecordedCases_GiveWhatWasRecorded()
    {
        var wrong = new List<string>();
        int count = 0;
        foreach (JsonValue recorded in Corpus.Cases("intrinsic_functions"))
        {
            JsonValue call = recorded.Get("definition").Get("States").Get("State_0").Get("Parameters").Get("FunctionResult.$");
            if (call.IsMissing || recorded.Get("expect").Get("placeholders").Count > 0)
            {
                continue;
            }

            count++;
            JsonValue actual = Run(call.AsString(), recorded.Get("input").Get("FunctionInput"));
            if (!actual.Equals(recorded.Get("expect").Get("output").Get("FunctionResult")))
            {
                wrong.Add($"{recorded.Get("id").AsString()}: {actual}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(count >= 70);
    }

    private static JsonValue Run(string call, JsonValue input)
    {
        JsonValue first = input.Get("fst"), second = input.Get("snd"), third = input.Get("trd");
        return call[..call.IndexOf('(', StringComparison.Ordinal)] switch
        {
            "States.Array" => call.EndsWith("()", StringComparison.Ordinal) ? Intrinsics.Array(call) : Intrinsics.Array(call, first, second),
            "States.ArrayPartition" => Intrinsics.ArrayPartition(call, first, second),
            "States.ArrayContains" => Intrinsics.ArrayContains(call, first, second),
            "States.ArrayRange" => Intrinsics.ArrayRange(call, first, second, third),
            "States.ArrayLength" => Intrinsics.ArrayLength(call, input),
            "States.Base64Encode" => Intrinsics.Base64Encode(call, input),
            "States.Base64Decode" => Intrinsics.Base64Decode(call, input),
            "States.StringToJson" => Intrinsics.StringToJson(call, input),
            "States.JsonToString" => Intrinsics.JsonToString(call, input),
            "States.JsonMerge" => Intrinsics.JsonMerge(call, first, second, false),
            "States.Hash" => Intrinsics.Hash(call, first, second),
            "States.MathAdd" => Intrinsics.MathAdd(call, first, second),
            "States.StringSplit" => Intrinsics.StringSplit(call, first, second),
            "States.Format" => Format(call, input, first, second),
            _ => throw new ArgumentException(call),
        };
    }

    private static JsonValue Format(string call, JsonValue input, JsonValue first, JsonValue second)
    {
        string[] pieces = call.Split('\'')[1].Split("{}");
        return pieces.Length == 2 ? Intrinsics.Format(call, pieces, [input]) : Intrinsics.Format(call, pieces, [first, second]);
    }
}
