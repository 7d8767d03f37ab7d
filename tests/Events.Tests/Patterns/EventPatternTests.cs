using Compiled.Events.Patterns;
using Compiled.Values;

namespace Compiled.Events.Tests.Patterns;

/// <summary>FEATURES B10, V-050: what EventBridge's guide says of each operator.</summary>
public sealed class EventPatternTests
{
    [Theory]
    // Exact values; several are alternatives, several fields go together.
    [InlineData("""{"source": ["aws.states"]}""", """{"source": "aws.states"}""", true)]
    [InlineData("""{"source": ["aws.states", "aws.s3"]}""", """{"source": "aws.s3"}""", true)]
    [InlineData("""{"source": ["aws.states"]}""", """{"source": "AWS.states"}""", false)]
    [InlineData("""{"source": ["a"]}""", "{}", false)]
    [InlineData("""{"a": ["x"], "b": ["y"]}""", """{"a": "x", "b": "y", "c": 1}""", true)]
    [InlineData("""{"a": ["x"], "b": ["y"]}""", """{"a": "x", "b": "z"}""", false)]
    [InlineData("""{"a": [null]}""", """{"a": null}""", true)]
    [InlineData("""{"a": [null]}""", "{}", false)]
    [InlineData("""{"a": [""]}""", """{"a": ""}""", true)]
    [InlineData("""{"a": [true]}""", """{"a": true}""", true)]
    [InlineData("""{"a": [true]}""", """{"a": "true"}""", false)]
    [InlineData("""{"a": [300]}""", """{"a": 300}""", true)]
    [InlineData("""{"a": [300]}""", """{"a": 300.0}""", false)]
    [InlineData("""{"a": ["300"]}""", """{"a": 300}""", false)]
    // Nested.
    [InlineData("""{"detail": {"state": ["on"]}}""", """{"detail": {"state": "on"}}""", true)]
    [InlineData("""{"detail": {"state": ["on"]}}""", """{"detail": "on"}""", false)]
    // Arrays in the event: one element is enough; of objects, one object has to match as a whole.
    [InlineData("""{"a": ["x"]}""", """{"a": ["y", "x"]}""", true)]
    [InlineData("""{"a": ["x"]}""", """{"a": []}""", false)]
    [InlineData("""{"a": {"b": ["1"], "c": ["2"]}}""", """{"a": [{"b": "1", "c": "2"}]}""", true)]
    [InlineData("""{"a": {"b": ["1"], "c": ["2"]}}""", """{"a": [{"b": "1"}, {"c": "2"}]}""", false)]
    // Prefix, suffix, case.
    [InlineData("""{"a": [{"prefix": "us-"}]}""", """{"a": "us-east-1"}""", true)]
    [InlineData("""{"a": [{"prefix": "us-"}]}""", """{"a": "eu-us-"}""", false)]
    [InlineData("""{"a": [{"prefix": {"equals-ignore-case": "EVENTB"}}]}""", """{"a": "eventBridge"}""", true)]
    [InlineData("""{"a": [{"suffix": ".png"}]}""", """{"a": "b.png"}""", true)]
    [InlineData("""{"a": [{"suffix": ".png"}]}""", """{"a": "b.PNG"}""", false)]
    [InlineData("""{"a": [{"suffix": {"equals-ignore-case": ".png"}}]}""", """{"a": "b.PNG"}""", true)]
    [InlineData("""{"a": [{"equals-ignore-case": "alice"}]}""", """{"a": "ALICE"}""", true)]
    [InlineData("""{"a": [{"equals-ignore-case": "alice"}]}""", """{"a": "bob"}""", false)]
    // Anything but.
    [InlineData("""{"a": [{"anything-but": "x"}]}""", """{"a": "y"}""", true)]
    [InlineData("""{"a": [{"anything-but": "x"}]}""", """{"a": "x"}""", false)]
    [InlineData("""{"a": [{"anything-but": "x"}]}""", "{}", false)]
    [InlineData("""{"a": [{"anything-but": "x"}]}""", """{"a": 5}""", true)]
    [InlineData("""{"a": [{"anything-but": "x"}]}""", """{"a": ["x", "y"]}""", true)]
    [InlineData("""{"a": [{"anything-but": ["x", "y"]}]}""", """{"a": "y"}""", false)]
    [InlineData("""{"a": [{"anything-but": 5}]}""", """{"a": 5.0}""", false)]
    [InlineData("""{"a": [{"anything-but": [4, 5]}]}""", """{"a": 6}""", true)]
    [InlineData("""{"a": [{"anything-but": {"prefix": "us-"}}]}""", """{"a": "eu-1"}""", true)]
    [InlineData("""{"a": [{"anything-but": {"prefix": ["us-", "eu-"]}}]}""", """{"a": "eu-1"}""", false)]
    [InlineData("""{"a": [{"anything-but": {"suffix": ".png"}}]}""", """{"a": "b.png"}""", false)]
    [InlineData("""{"a": [{"anything-but": {"suffix": [".png", ".jpg"]}}]}""", """{"a": "b.gif"}""", true)]
    [InlineData("""{"a": [{"anything-but": {"equals-ignore-case": "on"}}]}""", """{"a": "ON"}""", false)]
    [InlineData("""{"a": [{"anything-but": {"equals-ignore-case": ["on", "off"]}}]}""", """{"a": "idle"}""", true)]
    [InlineData("""{"a": [{"anything-but": {"wildcard": "*/lib/*"}}]}""", """{"a": "/usr/lib/x"}""", false)]
    [InlineData("""{"a": [{"anything-but": {"wildcard": ["*/lib/*", "*/bin/*"]}}]}""", """{"a": "/usr/share/x"}""", true)]
    // Numbers.
    [InlineData("""{"a": [{"numeric": ["=", 100]}]}""", """{"a": 1e2}""", true)]
    [InlineData("""{"a": [{"numeric": [">", 0, "<=", 5]}]}""", """{"a": 5}""", true)]
    [InlineData("""{"a": [{"numeric": [">", 0, "<=", 5]}]}""", """{"a": 0}""", false)]
    [InlineData("""{"a": [{"numeric": [">=", 0, "<", 5]}]}""", """{"a": 5}""", false)]
    [InlineData("""{"a": [{"numeric": ["<", 10]}]}""", """{"a": -3}""", true)]
    [InlineData("""{"a": [{"numeric": ["<", 10]}]}""", """{"a": "3"}""", false)]
    // Existence.
    [InlineData("""{"a": [{"exists": true}]}""", """{"a": null}""", true)]
    [InlineData("""{"a": [{"exists": true}]}""", "{}", false)]
    [InlineData("""{"a": [{"exists": false}]}""", "{}", true)]
    [InlineData("""{"a": [{"exists": false}]}""", """{"a": 1}""", false)]
    [InlineData("""{"a": {"b": [{"exists": false}]}}""", "{}", true)]
    [InlineData("""{"a": {"b": [{"exists": false}]}}""", """{"a": {"b": 1}}""", false)]
    [InlineData("""{"a": [{"exists": true}]}""", """{"a": {"b": 1}}""", false)]
    [InlineData("""{"a": ["x", {"exists": false}]}""", "{}", true)]
    // Wildcards.
    [InlineData("""{"a": [{"wildcard": "dir/*.png"}]}""", """{"a": "dir/sub/b.png"}""", true)]
    [InlineData("""{"a": [{"wildcard": "dir/*.png"}]}""", """{"a": "dir.png"}""", false)]
    [InlineData("""{"a": [{"wildcard": "*a*a*"}]}""", """{"a": "xa"}""", false)]
    [InlineData("""{"a": [{"wildcard": "*a*a*"}]}""", """{"a": "aa"}""", true)]
    [InlineData("""{"a": [{"wildcard": "1\\*2\\\\*"}]}""", """{"a": "1*2\\3"}""", true)]
    [InlineData("""{"a": [{"wildcard": "1\\*2"}]}""", """{"a": "1x2"}""", false)]
    [InlineData("""{"a": [{"wildcard": "*"}]}""", """{"a": ""}""", true)]
    // Addresses.
    [InlineData("""{"a": [{"cidr": "10.0.0.7/24"}]}""", """{"a": "10.0.0.255"}""", true)]
    [InlineData("""{"a": [{"cidr": "10.0.0.0/24"}]}""", """{"a": "10.0.1.1"}""", false)]
    [InlineData("""{"a": [{"cidr": "10.0.0.0/24"}]}""", """{"a": "ten"}""", false)]
    [InlineData("""{"a": [{"cidr": "0.0.0.0/0"}]}""", """{"a": "1"}""", false)]
    [InlineData("""{"a": [{"cidr": "2001:db8::/32"}]}""", """{"a": "2001:db8:1::5"}""", true)]
    // Or.
    [InlineData("""{"s": ["m"], "$or": [{"a": [{"numeric": [">", 5]}]}, {"b": {"c": ["x"]}}]}""", """{"s": "m", "b": {"c": "x"}}""", true)]
    [InlineData("""{"s": ["m"], "$or": [{"a": [1]}, {"b": [2]}]}""", """{"s": "m", "a": 2, "b": 1}""", false)]
    [InlineData("""{"s": ["m"], "$or": [{"a": [1]}, {"b": [2]}]}""", """{"s": "n", "a": 1}""", false)]
    [InlineData("""{"d": {"$or": [{"a": [1]}, {"$or": [{"b": [2]}, {"c": [3]}]}]}}""", """{"d": {"c": 3}}""", true)]
    public void Event_Matches_AsTheGuideSays(string pattern, string @event, bool matches)
        => Assert.Equal(matches, EventPattern.Parse(pattern).Matches(JsonValue.Parse(@event)));

    [Theory]
    [InlineData("""{"a": ["x"]""", "", "The pattern is no JSON: *")]
    [InlineData("[]", "", "Filter is not an object")]
    [InlineData("{}", "", "Empty objects are not allowed")]
    [InlineData("""{"source": "aws.states"}""", "/source", "\"source\" must be an object or an array")]
    [InlineData("""{"detail": {"a/b": []}}""", "/detail/a~1b", "Empty arrays are not allowed")]
    [InlineData("""{"a": [["x"]]}""", "/a/0", "Match value must be String, number, true, false, or null")]
    [InlineData("""{"a": ["x", {"like": "y"}]}""", "/a/1/like", "Unrecognized match type like")]
    [InlineData("""{"a": [{"prefix": "x", "suffix": "y"}]}""", "/a/0", "Only one key allowed in match expression")]
    [InlineData("""{"a": [{"prefix": 5}]}""", "/a/0/prefix", "prefix match pattern must be a string, or an object of one string 'equals-ignore-case'")]
    [InlineData("""{"a": [{"exists": "yes"}]}""", "/a/0/exists", "exists match pattern must be either true or false.")]
    [InlineData("""{"a": [{"numeric": ["=>", 5]}]}""", "/a/0/numeric/0", "Unrecognized numeric range operator: \"=>\"")]
    [InlineData("""{"a": [{"numeric": [">", 5, "<", 5]}]}""", "/a/0/numeric", "Bottom must be less than top")]
    [InlineData("""{"a": [{"numeric": ["<", 5, ">", 2]}]}""", "/a/0/numeric", "A range begins with '>' or '>=' and goes on with '<' or '<='")]
    [InlineData("""{"a": [{"numeric": ["<", 6e9]}]}""", "/a/0/numeric/1", "Value must be a number between -5.0e9 and 5.0e9 inclusive")]
    [InlineData("""{"a": [{"anything-but": ["x", 5]}]}""", "/a/0/anything-but", "Inside anything but list, either all values are number or string, mixed type is not supported")]
    [InlineData("""{"a": [{"anything-but": {"cidr": "10.0.0.0/8"}}]}""", "/a/0/anything-but/cidr", "Unsupported anything-but pattern: cidr")]
    [InlineData("""{"a": [{"wildcard": "a**b"}]}""", "/a/0/wildcard", "Consecutive wildcard characters are not allowed")]
    [InlineData("""{"a": [{"wildcard": "a\\b"}]}""", "/a/0/wildcard", "Invalid escape character; a backslash stands before '*' or another backslash")]
    [InlineData("""{"a": [{"cidr": "10.0.0.0"}]}""", "/a/0/cidr", "Malformed CIDR, one '/' required, after an address and before its number of bits")]
    [InlineData("""{"a": [{"cidr": "10.0.0.0/33"}]}""", "/a/0/cidr", "Malformed CIDR, one '/' required, after an address and before its number of bits")]
    [InlineData("""{"$or": [{"a": [1]}]}""", "/$or", "There must have at least 2 Objects in $or relationship")]
    [InlineData("""{"$or": [{"a": [1]}, 5]}""", "/$or/1", "Only objects are allowed in an $or relationship")]
    public void Pattern_ThatIsNone_SaysWhereAndWhy(string pattern, string path, string reason)
    {
        EventPatternException refused = Assert.Throws<EventPatternException>(() => EventPattern.Parse(pattern));

        Assert.Equal(path, refused.Path);
        if (reason.EndsWith('*'))
            Assert.StartsWith(reason[..^1], refused.Reason);
        else
            Assert.Equal(reason, refused.Reason);
        Assert.StartsWith("Event pattern is not valid. Reason: ", refused.Message);
    }
}
