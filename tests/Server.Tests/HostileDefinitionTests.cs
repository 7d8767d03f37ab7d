using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Server.Tests;

/// <summary>
/// Whoever may create machines must not reach .NET through them: every name and text of a definition is a literal in the emitted C#. Each text of definitions that use
/// all parts of the language is replaced by one that would break out of a literal, a comment, a name or a document.
/// </summary>
public sealed class HostileDefinitionTests
{
    // Were it ever code, this identifier would stand in the syntax tree by itself.
    private const string Code = "System.Environment.FailFast(null);";

    private static readonly string[] s_hostile =
    [
        $"\"); {Code} //",
        $"\\\"); {Code} //",
        $"*/ {Code} /*",
        $"\n{Code}\n",
        $"\r{Code}",
        $"\u2028{Code}\u2029{Code}\u0085{Code}",
        $"\n#endif\n{Code}\n#if X\n",
        $"{{{Code}}}",
        $"{{{{{Code}}}}}",
        $"\"\"\"\n{Code}\n\"\"\"",
        $"\"\"\"\"\"\"\"\" + {Code}",
        $"</summary>\n{Code}",
        $"'; {Code} //",
        $"\0{Code}",
    ];

    private static readonly string[] s_definitions =
    [
        """
        {"Comment":"@","StartAt":"A","States":{
          "A":{"Type":"Task","Comment":"@","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Parameters":{"@":"@","a.$":"$['@']","b.$":"States.Format('@ {}', $.a)"},
            "ResultSelector":{"@":"@"},"ResultPath":"$['@']","TimeoutSeconds":5,"Retry":[{"ErrorEquals":["@"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["@"],"ResultPath":"$['@']","Next":"C"}],"Assign":{"v":"@"},"Next":"C"},
          "C":{"Type":"Choice","Choices":[{"Variable":"$['@']","StringEquals":"@","Next":"P"},{"Variable":"$.x","StringMatches":"*@*","Next":"P"},{"And":[{"Variable":"$.a","StringLessThan":"@"}],"Next":"P"}],"Default":"M"},
          "P":{"Type":"Parallel","Branches":[{"Comment":"@","StartAt":"B","States":{"B":{"Type":"Pass","Result":{"@":["@"]},"End":true}}}],"Next":"M"},
          "M":{"Type":"Map","ItemsPath":"$['@']","ItemSelector":{"@":"@","i.$":"$$.Map.Item.Value"},"ItemProcessor":{"StartAt":"D","States":{"D":{"Type":"Pass","End":true}}},"Next":"W"},
          "W":{"Type":"Wait","TimestampPath":"$['@']","Next":"F"},
          "F":{"Type":"Fail","Error":"@","Cause":"@"}}}
        """,
        """
        {"QueryLanguage":"JSONata","Comment":"@","StartAt":"A","States":{
          "A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Arguments":{"@":"@","x":"{% $states.input.`@` & '@' & $uppercase('@') %}"},
            "Output":{"@":"{% {'@': $states.result, 'b': [1..2].('@')} %}"},"Assign":{"v":"{% '@' %}"},"Catch":[{"ErrorEquals":["@"],"Output":{"@":"@"},"Next":"F"}],"Next":"C"},
          "C":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.`@` = '@' %}","Output":"{% '@' %}","Next":"F"}],"Default":"F"},
          "F":{"Type":"Fail","Error":"{% '@' %}","Cause":"@"}}}
        """,
    ];

    public static TheoryData<int, int> Cases()
    {
        TheoryData<int, int> cases = [];
        for (int definition = 0; definition < s_definitions.Length; definition++)
        {
            for (int hostile = 0; hostile < s_hostile.Length; hostile++)
                cases.Add(definition, hostile);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Emission_OfHostileTexts_HoldsThemInLiteralsOnly(int definition, int hostile)
    {
        JsonNode root = JsonNode.Parse(s_definitions[definition])!;
        string[] renamed = [.. ((JsonObject)root["States"]!).Select(static state => state.Key)];
        List<DefinitionSource> sources = [];
        // All places at once when that compiles, and each alone: one place that is refused must not hide another.
        int places = Places(root);
        for (int only = -1; only < places; only++)
        {
            int place = 0;
            JsonNode changed = Replace(root, s_hostile[hostile], () => only < 0 || place++ == only)!;
            sources.Add(new DefinitionSource(changed.ToJsonString(), "Order"));
        }

        // Names of states and of the machine.
        foreach (string name in renamed)
            sources.Add(new DefinitionSource(Rename(root, name, s_hostile[hostile]), s_hostile[hostile]));
        int sound = DefinitionCompiler.CompileAll(sources).Count(Check);
        Assert.True(sound > places / 2, $"Only {sound} of {sources.Count} definitions are sound, so the test looks at little.");
    }

    private static bool Check(CompiledDefinition compiled)
    {
        if (!compiled.Faults.All(static fault => fault.Severity != Compiled.Language.Faults.Severity.Error))
            return false;
        Assert.DoesNotContain(compiled.Messages, static message => message.IsError);
        SyntaxNode tree = CSharpSyntaxTree.ParseText(compiled.Code).GetRoot();
        Assert.DoesNotContain(tree.DescendantNodes().OfType<IdentifierNameSyntax>(), static identifier => identifier.Identifier.ValueText is "FailFast" or "Environment");
        Assert.DoesNotContain(tree.DescendantTrivia(), static trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsKind(SyntaxKind.BadDirectiveTrivia));
        return true;
    }

    private static int Places(JsonNode root)
    {
        int places = 0;
        Replace(root, "@", () =>
        {
            places++;
            return false;
        });
        return places;
    }

    // In JSONata and paths a text stands inside a literal of that language, so what would end that one is escaped as the author would.
    private static JsonNode? Replace(JsonNode? node, string text, Func<bool> isChosen)
    {
        switch (node)
        {
            case JsonObject members:
                JsonObject copy = [];
                foreach ((string name, JsonNode? value) in members)
                    copy[name.Contains('@') && isChosen() ? name.Replace("@", text, StringComparison.Ordinal) : name] = Replace(value, text, isChosen);
                return copy;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Replace(item, text, isChosen))]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var old && old.Contains('@') && isChosen():
                bool isInner = old.StartsWith('$') || old.StartsWith("{%", StringComparison.Ordinal) || old.StartsWith("States.", StringComparison.Ordinal);
                return JsonValue.Create(old.Replace("@", isInner ? text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) : text, StringComparison.Ordinal));
            default:
                return node?.DeepClone();
        }
    }

    private static string Rename(JsonNode root, string name, string text)
    {
        JsonNode Renamed(JsonNode? node) => node switch
        {
            JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key == name ? text : member.Key, member.Value is null ? null : (JsonNode?)Renamed(member.Value)))),
            JsonArray items => new JsonArray([.. items.Select(item => (JsonNode?)Renamed(item))]),
            JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == name => JsonValue.Create(text)!,
            _ => node!.DeepClone(),
        };
        return Renamed(root).ToJsonString();
    }
}
