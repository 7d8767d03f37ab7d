using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Tests.Jsonata;

/// <summary>Operands that are paths of one name are what the path gives, however it is written. FEATURES L-440.</summary>
public sealed class OperandTests
{
    private static readonly Key s_a = Key.Of("operand a");

    public static TheoryData<string> Operands =>
    [
        "0", "7", "12", "12345678", "123456789", "12345678901234567890", "1.5", "0.1", "12.3456", "123456.7", "1234567.8", "99999999.5", "1.0", "0.0", "0.00000", "10.0500",
        "-1", "-0", "-1.5", "-123456", "1e3", "1E2", "1.5e3", "2e-3", "1e999", "-1e999", "\"12\"", "\"1.5\"", "\"\"", "true", "false", "null", "[]", "[1]", "[1,2]", "{}", "{\"b\":1}",
    ];

    [Theory]
    [MemberData(nameof(Operands))]
    public void Operand_OfAPathOfOneName_IsThatOfItsValue(string operand)
    {
        JsonValue read = JsonValue.Parse($$"""{"first":1,"operand a":{{operand}},"last":"1"}""");
        JsonValue[] contexts =
        [
            read,
            JsonValue.Parse($$"""{"operand a":{{operand}}}"""),
            JsonValue.Parse($$"""{"other":{{operand}}}"""),
            JsonValue.Parse($$"""[{"operand a":{{operand}}}]"""),
            JsonValue.Parse($$"""[{"operand a":{{operand}}},{"operand a":2}]"""),
            JsonValue.Parse(operand),
            JsonValue.Object(new JsonProperty(s_a, read[s_a])),
            default,
        ];

        // Twice, since the place of a name is remembered.
        foreach (JsonValue context in contexts.Concat(contexts))
        {
            JsonValue value = Paths.Get(context, s_a);
            Assert.Equal(Told(() => Numbers.Left(value, "+")), Told(() => Numbers.Left(Paths.Number(context, s_a), "+")));
            Assert.Equal(Told(() => Numbers.Right(value, "*")), Told(() => Numbers.Right(Paths.Number(context, s_a), "*")));
            Assert.Equal(Told(() => Comparisons.Left(value, 12d, "<")), Told(() => Comparisons.Left(Paths.Number(context, s_a), 12d, "<")));
            Assert.Equal(Told(() => Comparisons.Right(12d, value, ">=")), Told(() => Comparisons.Right(12d, Paths.Number(context, s_a), ">=")));
            Assert.Equal(Told(() => Comparisons.AreEqual(value, 12d)), Told(() => Comparisons.AreEqual(Paths.Number(context, s_a), 12d)));
        }
    }

    private static string Told<T>(Func<T> operand)
    {
        try
        {
            return operand() is double number ? $"{number:R} {BitConverter.DoubleToInt64Bits(number)}" : $"{operand()}";
        }
        catch (JsonataException error)
        {
            return $"{error.Code} {error.Message}";
        }
    }
}
