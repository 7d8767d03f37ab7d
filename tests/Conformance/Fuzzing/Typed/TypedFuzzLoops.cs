using System.Globalization;

namespace Conformance.Fuzzing.Typed;

/// <summary>Writes loops: a Choice leads back until a number is large enough, which the data holds, or a variable, or an object that a handler changes.</summary>
internal sealed class TypedFuzzLoops(FuzzRandom random, IReadOnlyList<TypedFuzzHandler> handlers, TypedFuzzFlow flow)
{
    private static readonly TypedFuzzType s_int = new("int");
    private static readonly TypedFuzzType s_counter = new("Counter", [("i", s_int)]);

    public void Write(string name, string next, int depth)
    {
        TypedFuzzHandler? counting = flow.MayCall && flow.HasPaths && random.Percent(40) ? handlers.FirstOrDefault(static handler => handler.Counts is not null) : null;
        string rounds = random.Between(1, random.Percent(10) ? 60 : 4).ToString(CultureInfo.InvariantCulture);
        if (counting is not null)
            OnHandler(counting, name, next, rounds);
        else if (flow.Language() is not TypedFuzzPaths)
            InQueries(name, next, rounds, depth);
        else if (random.Percent(50))
            OnVariable(name, next, rounds, depth);
        else
            OnData(name, next, rounds, depth);
    }

    private void OnData(string name, string next, string rounds, int depth)
    {
        string counter = $"$.loop{depth}";
        flow.Write(name, $"\"Type\":\"Pass\",\"Result\":{{\"i\":0}},\"ResultPath\":\"{counter}\",\"Next\":\"{name}b\"");
        flow.Known.Set(counter, s_counter);
        bool mayReplace = flow.MayReplace;
        flow.MayReplace = false;
        Body(name, depth);
        flow.MayReplace = mayReplace;
        flow.Write($"{name}n", $"\"Type\":\"Pass\",\"Parameters\":{{\"i.$\":\"States.MathAdd({counter}.i, 1)\"}},\"ResultPath\":\"{counter}\",\"Next\":\"{name}q\"");
        flow.Write($"{name}q", $"\"Type\":\"Choice\",\"Choices\":[{{\"Variable\":\"{counter}.i\",\"NumericLessThan\":{rounds},\"Next\":\"{name}b\"}}],\"Default\":\"{next}\"");
    }

    private void OnVariable(string name, string next, string rounds, int depth)
    {
        string counter = Counter(depth);
        flow.Write(name, $"\"Type\":\"Pass\",\"Assign\":{{\"{counter}\":0}},\"Next\":\"{name}b\"");
        flow.Known.Set("$" + counter, s_int);
        Body(name, depth);
        flow.Write($"{name}n", $"\"Type\":\"Pass\",\"Assign\":{{\"{counter}.$\":\"States.MathAdd(${counter}, 1)\"}},\"Next\":\"{name}q\"");
        flow.Write($"{name}q", $"\"Type\":\"Choice\",\"Choices\":[{{\"Variable\":\"${counter}\",\"NumericLessThan\":{rounds},\"Next\":\"{name}b\"}}],\"Default\":\"{next}\"");
    }

    private void InQueries(string name, string next, string rounds, int depth)
    {
        string counter = Counter(depth), field = flow.Language() is TypedFuzzQueries queries ? queries.Field : ",\"QueryLanguage\":\"JSONata\"";
        flow.Write(name, $"\"Type\":\"Pass\"{field},\"Assign\":{{\"{counter}\":0}},\"Next\":\"{name}b\"");
        flow.Known.Set("$" + counter, s_int);
        Body(name, depth);
        flow.Write($"{name}n", $"\"Type\":\"Choice\"{field},\"Choices\":[{{\"Condition\":\"{{% ${counter} < {rounds} %}}\",\"Assign\":{{\"{counter}\":\"{{% ${counter} + 1 %}}\"}},\"Next\":\"{name}b\"}}],\"Default\":\"{next}\"");
    }

    // A handler that gives its argument with one more in it; large numbers become small ones, so that these are no rounds either.
    private void OnHandler(TypedFuzzHandler handler, string name, string next, string rounds)
    {
        flow.Write(name, $"\"Type\":\"Pass\",\"Parameters\":{new TypedFuzzPaths(random).Template(handler.Given, flow.Known)},\"ResultPath\":\"$.c\",\"Next\":\"{name}b\"");
        flow.Known.Set("$.c", handler.Given);
        string counter = $"\"Variable\":\"$.c.{handler.Counts}\"";
        flow.Write($"{name}b", $"\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:{handler.Name}\",\"InputPath\":\"$.c\",\"ResultPath\":\"$.c\",\"Next\":\"{name}q\"");
        flow.Write($"{name}q", $"\"Type\":\"Choice\",\"Choices\":[{{\"And\":[{{{counter},\"NumericLessThan\":{rounds}}},{{{counter},\"NumericGreaterThan\":-10}}],\"Next\":\"{name}b\"}}],\"Default\":\"{next}\"");
    }

    private void Body(string name, int depth)
    {
        if (random.Percent(50))
        {
            flow.State($"{name}b", $"{name}n", depth + 1);
            return;
        }
        flow.State($"{name}b", $"{name}c", depth + 1);
        flow.State($"{name}c", $"{name}n", depth + 1);
    }

    private string Counter(int depth) => flow.NewVariable() + "Count" + depth.ToString(CultureInfo.InvariantCulture);
}
