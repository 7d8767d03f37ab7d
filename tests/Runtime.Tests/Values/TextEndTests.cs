using System.Text;
using System.Text.Json;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>What stands behind a value that is read, whole or in parts, of texts short and long: whitespace belongs to none of it, anything else is refused where it stands.</summary>
public sealed class TextEndTests
{
    private static readonly Key A = Key.Of("a"), B = Key.Of("b");

    private static readonly Projection s_projection = new(ProjectedMember.Whole(A, 0), ProjectedMember.Inside(B, ProjectedMember.Whole(A, 1)));

    public static TheoryData<string, int, string> Ends
    {
        get
        {
            TheoryData<string, int, string> ends = [];
            foreach (string end in new[] { "", "\n", "\r\n", " \t\r\n", new(' ', 15), new('\n', 16), new(' ', 17), new(' ', 5000) })
            {
                foreach (int filling in new[] { 0, 225, 300, 4000, 4090, 6000 })
                {
                    ends.Add(end, filling, "");
                    ends.Add(end, filling, " ");
                }
            }

            return ends;
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void Whitespace_BehindAText_IsNoneOfTheValue(string end, int filling, string between)
    {
        string compact = Text(filling, ""), text = Text(filling, between) + end;
        for (int round = 0; round < 2; round++)
        {
            JsonValue value = JsonValue.Parse(text);
            Assert.Equal(compact, value.ToString());
            Assert.Equal(compact.Length, value.ByteCount);
            Assert.Equal("x", value[B][A][1].AsString());

            Assert.True(s_projection.TryRead(Encoding.UTF8.GetBytes(text), out JsonValue[] parts, out int depth));
            Assert.Equal([compact[5..compact.IndexOf(",\"b\"", StringComparison.Ordinal)], "[1.50,\"x\"]"], parts.Select(part => part.ToString()));
            Assert.Equal(3, depth);
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void AnythingElse_BehindAText_IsRefusedWhereItStands(string end, int filling, string between)
    {
        string text = Text(filling, between) + end;
        foreach (string more in new[] { "}", "x", "1", "\0", "{}", ",", "é" })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text + more + "\n");
            Assert.False(JsonValue.TryParse(bytes, out _, out string? error));
            Assert.False(s_projection.TryRead(bytes, out _, out _));
            int line = text.Count(c => c == '\n') + 1, column = text.Length - text.LastIndexOf('\n');
            Assert.StartsWith($"Line {line}, byte {column}: found ", error, StringComparison.Ordinal);
            Assert.EndsWith(" where the end of the text was expected.", error, StringComparison.Ordinal);
            Assert.Equal(error, Assert.Throws<JsonException>(() => JsonValue.Parse(bytes)).Message);
        }
    }

    private static string Text(int filling, string between) => $$$"""{"a":{{{between}}}"{{{new string('f', filling)}}}",{{{between}}}"b":{"a":[1.50,"x"]}}""";
}
