using Compiled.Events.Inputs;
using Compiled.Values;

namespace Compiled.Events.Tests.Inputs;

public sealed class TargetInputTests
{
    private static readonly JsonValue s_event = JsonValue.Parse(
        """{"id": "1", "source": "shop", "resources": ["r0", "r1"], "detail": {"order": {"id": 7, "note": "say \"hi\""}, "odd name": true, "none": null}}""");

    private static readonly RuleContext s_rule = new("rule", "arn:rule", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private static readonly Dictionary<string, string> s_paths = new()
    {
        ["order"] = "$.detail.order",
        ["id"] = "$.detail.order.id",
        ["note"] = "$.detail.order.note",
        ["first"] = "$.resources[0]",
        ["odd"] = "$.detail['odd name']",
        ["missing"] = "$.detail.nothing.at.all",
        ["null"] = "$.detail.none",
    };

    [Fact]
    public void Input_OfNothing_IsTheEvent() => Assert.Equal(s_event, TargetInput.Read().Of(s_event, s_rule));

    [Fact]
    public void Input_Constant_IsGiven() => Assert.Equal("""{"a":1}""", TargetInput.Read(input: """{"a": 1}""").Of(s_event, s_rule).ToString());

    [Theory]
    [InlineData("$", """{"id":"1",*""")]
    [InlineData("$.detail.order.id", "7")]
    [InlineData("$.resources[1]", "\"r1\"")]
    [InlineData("$['detail'][\"odd name\"]", "true")]
    public void InputPath_Found_IsGiven(string path, string expected)
    {
        string found = TargetInput.Read(inputPath: path).Of(s_event, s_rule).ToString();

        Assert.Equal(expected, expected.EndsWith('*') ? found[..(expected.Length - 1)] + "*" : found);
    }

    [Fact]
    public void InputPath_ThatLeadsNowhere_IsAnError()
        => Assert.Equal(
            "InputPath is not valid. Reason: The event has nothing there",
            Assert.Throws<TargetInputException>(() => TargetInput.Read(inputPath: "$.a[9]").Of(s_event, s_rule)).Message);

    [Theory]
    [InlineData("""{"order": <order>, "id": <id>}""", """{"order":{"id":7,"note":"say \"hi\""},"id":7}""")]
    [InlineData("""{"text": "order <id> of <first>: <note>"}""", """{"text":"order 7 of r0: say \"hi\""}""")]
    [InlineData("""{"text": "all: <order>"}""", """{"text":"all: {\"id\":7,\"note\":\"say \\\"hi\\\"\"}"}""")]
    [InlineData("\"<first> is <odd>\"", "\"r0 is true\"")]
    [InlineData("[<missing>, \"<missing>\", <null>]", "[null,\"\",null]")]
    [InlineData("<note>", "\"say \\\"hi\\\"\"")]
    [InlineData("""{"a": "\\<id\\> \"<id>\""}""", """{"a":"<id> \"7\""}""")]
    [InlineData("""["<aws.events.rule-name>", "<aws.events.rule-arn>", "<aws.events.event.ingestion-time>"]""", """["rule","arn:rule","2026-01-02T03:04:05Z"]""")]
    [InlineData("<aws.events.event>", """{"id":"1","source":"shop","resources":["r0","r1"]}""")]
    public void InputTemplate_Filled_IsJson(string template, string expected)
        => Assert.Equal(expected, TargetInput.Read(inputPathsMap: s_paths, inputTemplate: template).Of(s_event, s_rule).ToString());

    [Theory]
    [InlineData("{", null, null, null, "Input is not valid. Reason: The text is no JSON: ")]
    [InlineData(null, "detail", null, null, "InputPath is not valid. Reason: 'detail' does not begin with '$'")]
    [InlineData(null, "$.a..b", null, null, "InputPath is not valid. Reason: '$.a..b' has an empty name")]
    [InlineData(null, "$.a[*]", null, null, "InputPath is not valid. Reason: '$.a[*]' has '[*]' where an index or a name in quotes was expected")]
    [InlineData(null, "$.a['b", null, null, "InputPath is not valid. Reason: '$.a['b' has a bracket that is not closed")]
    [InlineData("{}", "$", null, null, "Input is not valid. Reason: Only one of Input, InputPath, or InputTransformer must be provided")]
    [InlineData(null, null, "$.a", null, "InputPathsMap is not valid. Reason: An InputTemplate is required")]
    [InlineData(null, null, "$.a", "<y>", "InputTemplate is not valid. Reason: The name 'y' is not in the InputPathsMap")]
    [InlineData(null, null, "$.a", "order <x>", "InputTemplate is not valid. Reason: The template is no JSON: ")]
    [InlineData(null, null, "a", "<x>", "InputPathsMap is not valid. Reason: 'a' does not begin with '$'")]
    public void Input_ThatCannotBeMade_SaysWhy(string? input, string? path, string? mapped, string? template, string message)
        => Assert.StartsWith(
            message,
            Assert.Throws<TargetInputException>(() => TargetInput.Read(
                input, path, mapped is null ? null : new Dictionary<string, string> { ["x"] = mapped }, template)).Message);
}
