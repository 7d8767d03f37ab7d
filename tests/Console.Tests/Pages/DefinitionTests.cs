using System.Net;
using System.Text.RegularExpressions;
using Compiled.WebConsole.Text;
using Console.Tests.Host;

namespace Console.Tests.Pages;

/// <summary>Definitions in JSON and YAML, graphs in both directions. FEATURES V-002, V-003.</summary>
public sealed class DefinitionTests
{
    [Fact]
    public void Yaml_OfADefinition_HasBlocksAndOnlyTheQuotesThatItNeeds()
    {
        const string json = """
            {
              "Comment": "yes", "StartAt": "A: b", "Empty": {}, "None": [], "Version": "1.0", "TimeoutSeconds": 1e3, "Off": "off", "Text": "a\nb\n", "Path": "$.a[0]",
              "States": {
                "A: b": { "Type": "Choice", "Choices": [ { "And": [ true, null, -1 ], "Next": "B" }, { "Condition": "{% $a > 1 %}" } ], "Lists": [ [ "x", [ "z" ] ] ] },
                "é": { "Lines": "{% (\n  $x;\n\n  1\n) %}", "Tab": "a\tb", "Quote": "\"q\" \\", "Bell": "\u0007", "Hash": "a #b", "Arn": "arn:aws:states:::sqs:sendMessage", "Space": " a", "Blank": "a\n \nb" }
              }
            }
            """;

        Assert.Equal("""
            Comment: "yes"
            StartAt: "A: b"
            Empty: {}
            None: []
            Version: "1.0"
            TimeoutSeconds: 1e3
            "Off": "off"
            Text: |
              a
              b
            Path: $.a[0]
            States:
              "A: b":
                Type: Choice
                Choices:
                  - And:
                      - true
                      - null
                      - -1
                    Next: B
                  - Condition: "{% $a > 1 %}"
                Lists:
                  - - x
                    - - z
              "é":
                Lines: |-
                  {% (
                    $x;

                    1
                  ) %}
                Tab: "a\tb"
                Quote: "\"q\" \\"
                Bell: "\u0007"
                Hash: "a #b"
                Arn: arn:aws:states:::sqs:sendMessage
                Space: " a"
                Blank: "a\n \nb"

            """, YamlText.Of(json));
        Assert.Null(YamlText.Of("{"));
    }

    [Fact]
    public async Task Definition_AsYaml_IsShownAndSaved()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string machine = await host.CreateAsync("Loop", Samples.Loop), arn = await host.RunExecutionAsync("Loop", """{"n":1}""");

        string shown = await host.GetAsync($"/machines/{machine}?tab=definition&format=yaml"), ran = await host.GetAsync($"/executions/{arn}?view=definition&format=yaml");
        using HttpResponseMessage saved = await host.Client.GetAsync(new Uri(host.Address, $"/console/export/machine-definition?arn={machine}&format=yaml"));

        Assert.Contains("<span class=\"k\">StartAt</span>:<span class=\"s\"> Begin</span>", shown, StringComparison.Ordinal);
        Assert.Contains("<span class=\"k\">StartAt</span>:<span class=\"s\"> Begin</span>", ran, StringComparison.Ordinal);
        Assert.Equal(("application/yaml", "Loop.asl.yaml"), (saved.Content.Headers.ContentType!.MediaType, saved.Content.Headers.ContentDisposition!.FileName));
        Assert.StartsWith("StartAt: Begin\nStates:\n", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("StartAt: Begin\nStates:\n", await host.GetAsync($"/export/definition?arn={arn}&format=yaml"), StringComparison.Ordinal);
        Assert.StartsWith("{", await host.GetAsync($"/export/machine-definition?arn={machine}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Graph_TurnedOnce_RunsToTheRightFromThenOn()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        string machine = await host.CreateAsync("Loop", Samples.Loop), arn = await host.RunExecutionAsync("Loop", """{"n":1}""");

        (double width, double height) = SizeOf(await host.GetAsync("/machines/" + machine));
        string page = await host.GetAsync($"/executions/{arn}");
        string turn = WebUtility.HtmlDecode(Regex.Match(page, "href=\"([^\"]+dir=right)\"").Groups[1].Value);
        (double turnedWidth, double turnedHeight) = SizeOf(await host.Client.GetStringAsync(turn));
        (double laterWidth, double laterHeight) = SizeOf(await host.GetAsync($"/export/graph?arn={arn}"));

        Assert.True(height > width && turnedWidth > turnedHeight && laterWidth > laterHeight);
        Assert.Contains("dir=down", await host.GetAsync($"/executions/{arn}"), StringComparison.Ordinal);
    }

    private static (double Width, double Height) SizeOf(string page)
    {
        Match match = Regex.Match(page, "class=\"machine-graph\"[^>]* width=\"([0-9.]+)\" height=\"([0-9.]+)\"");
        return (double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), double.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture));
    }
}
