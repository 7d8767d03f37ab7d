using System.Text;

namespace Conformance.Fuzzing.Typed;

/// <summary>A machine made by chance whose executions begin and end with C# objects, and whose handlers take and give such.</summary>
/// <param name="Code">C# with the types, the handlers and what runs the machine.</param>
/// <param name="Definition">The definition's text.</param>
/// <param name="Inputs">Inputs as JSON.</param>
internal sealed record TypedFuzzMachine(string Code, string Definition, IReadOnlyList<string> Inputs)
{
    private const string Usings = "#nullable enable\n#pragma warning disable\nusing Compiled; using System; using System.Collections.Generic; using System.Linq; using System.Text.Json; using System.Text.Json.Serialization; using System.Threading; using System.Threading.Tasks;\nnamespace Fuzzed;\n";

    // What handlers do later with what they have kept.
    private const string Keeping = """
            private readonly List<Action> _later = new();

            private void Later() => _later.ForEach(each => each());

            private T Keep<T>(T value, Action<T> change)
            {
                _later.Add(() => change(value));
                return value;
            }

        """;

    private const string Driver = """

        public static class Driver
        {
            public static List<string> Calls { get; } = new();

            public static void Note<T>(string name, T value) =>
                Calls.Add((Environment.StackTrace.Contains("__Lane.Run(", StringComparison.Ordinal) ? "lane " : "") + name + " " + JsonSerializer.Serialize(value, JsonSerializerOptions.Web));

            public static void Turn<T>(List<T>? list) => list?.Reverse();

            public static void Turn<T>(T[]? array)
            {
                if (array is not null)
                    Array.Reverse(array);
            }

            public static void Turn<T>(IReadOnlyList<T>? list) => Turn(list as List<T>);

            // No object at all, where the input's text is not one of its type.
            public static async Task<string?> Run(string json, ExecutionOptions options)
            {
                Calls.Clear();
                In input;
                try { input = JsonSerializer.Deserialize<In>(json, JsonSerializerOptions.Web)!; }
                catch (JsonException) { return null; }
                string before = JsonSerializer.Serialize(input, JsonSerializerOptions.Web);
                string end;
                try { end = JsonSerializer.Serialize(await new M().RunAsync(input, options, default), JsonSerializerOptions.Web); }
                catch (WorkflowFailedException failed) { end = failed.Status + " " + failed.Error + ": " + failed.Cause?.Split("stackTrace")[0]; }
                catch (Exception exception) { end = exception.GetType().Name + ": " + exception.Message; }
                return end + (JsonSerializer.Serialize(input, JsonSerializerOptions.Web) == before ? "" : " and changed its input");
            }
        }
        """;

    /// <summary>The machine of a number: the same for the same seed and attempt.</summary>
    public static TypedFuzzMachine Of(ulong seed, int number, int attempt, int inputs)
    {
        FuzzRandom random = FuzzRandom.Of(seed, number, attempt);
        TypedFuzzTypes types = new(random);
        TypedFuzzType input = types.Object("In", 2), output = random.Percent(30) ? input : types.Object("Out", 2);
        TypedFuzzHandler[] handlers = Handlers(random, types, input);
        string definition = DefinitionOf(random, handlers, input, output);
        StringBuilder code = new(Usings);
        IEnumerable<TypedFuzzType> all = handlers.SelectMany(static handler => new[] { handler.Given, handler.Result }).Append(input).Append(output);
        foreach (string declaration in all.SelectMany(static type => type.Declarations()).Distinct())
            code.AppendLine(declaration);
        code.AppendLine($"[StateMachine(\"M.asl.json\", Input = typeof(In), Output = typeof({output.Name}))]\npublic sealed partial class M\n{{");
        foreach (TypedFuzzHandler handler in handlers)
            code.AppendLine(handler.Code(random));
        code.Append(Keeping).Append('}').Append(Driver);
        return new TypedFuzzMachine(code.ToString(), definition, [.. Enumerable.Range(0, inputs).Select(_ => types.Json(input, isWhole: random.Percent(60)))]);
    }

    private static TypedFuzzHandler[] Handlers(FuzzRandom random, TypedFuzzTypes types, TypedFuzzType input)
    {
        types.MayBeOdd = true;
        // One at least takes an object, which any data can be put into.
        return [.. Enumerable.Range(1, random.Between(1, 4)).Select(i =>
        {
            TypedFuzzType given = random.Percent(30) ? input : i > 1 && random.Percent(20) ? random.Pick([.. input.Members!]).Type : types.Object($"Given{i}", 1);
            TypedFuzzType result = random.Below(20) switch
            {
                < 6 => given,
                < 10 => input,
                < 12 => random.Pick([.. input.Members!]).Type,
                12 => TypedFuzzType.Nothing,
                _ => types.Object($"Result{i}", 1),
            };
            return new TypedFuzzHandler($"f{i}", given, result, random.Pick("make", "make", "same", "change", "keep", "keep", "fail", random.Pick("make", "element")));
        })];
    }

    private static string DefinitionOf(FuzzRandom random, IReadOnlyList<TypedFuzzHandler> handlers, TypedFuzzType input, TypedFuzzType output)
    {
        int draw = random.Below(10);
        bool isQueried = draw < 2;
        TypedFuzzQueries queries = new(random, isQueried);
        TypedFuzzType[] types = [.. handlers.SelectMany(static handler => new[] { handler.Given, handler.Result }).Append(input).Append(output).SelectMany(static type => (type.Members ?? []).Select(static member => member.Type).Append(type))];
        TypedFuzzMachinePlan plan = new(handlers, types, isQueried ? queries : new TypedFuzzPaths(random), queries, draw is 2 or 3 or 4 ? 40 : 0);
        TypedFuzzKnown known = new();
        known.Begin(input);
        return $"{{{(isQueried ? "\"QueryLanguage\":\"JSONata\"," : "")}{new TypedFuzzFlow(random, plan, known, "S", isInside: false).Make(random.Between(1, 5), output)}}}";
    }
}
