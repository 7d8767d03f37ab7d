using Compiled.Expressions;
using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Tests.Jsonata;

/// <summary>Functions as values: FEATURES L-446, bounded by L-448.</summary>
public sealed class LambdaTests
{
    private static readonly Signature s_number = new(new SignatureParameter("nm"));
    private static readonly Signature s_contextual = new(new SignatureParameter("sm", "-"), new SignatureParameter("nm"));
    private static readonly Signature s_numbers = new(new SignatureParameter("asnblfom", isArray: true, subtype: "n"));

    [Fact]
    public void Call_FewerArguments_LeavesTheRestMissing()
    {
        JsonValue function = Lambda.Of(2, static (arguments, _) => JsonValue.Boolean(arguments.At(1).IsMissing));

        Assert.True(Calls.Call(function, default, "f", NewEvaluation(), 1).IsTrue);
    }

    [Fact]
    public void Call_TailCalls_DoNotDeepen()
    {
        JsonValue countDown = default;
        countDown = Lambda.Of(1, (arguments, evaluation) => arguments.At(0).AsDouble() == 0
            ? "done"
            : evaluation.TailCall(countDown, "f", JsonValue.Number(arguments.At(0).AsDouble() - 1)));

        Assert.Equal("\"done\"", Calls.Call(countDown, default, "f", NewEvaluation(), 100_000).ToString());
    }

    [Fact]
    public void Call_EndlessTailCalls_RunOutOfSteps()
    {
        JsonValue endless = default;
        endless = Lambda.Of(0, (_, evaluation) => evaluation.TailCall(endless, "f"));
        Evaluation bounded = NewEvaluation();
        bounded.Steps = 1000;

        Assert.Equal("U1001", Assert.Throws<JsonataException>(() => Calls.Call(endless, default, "f", bounded)).Code);
    }

    [Fact]
    public void Call_EndlessCalls_RunOutOfDepth()
    {
        JsonValue endless = default;
        endless = Lambda.Of(0, (_, evaluation) => Calls.Call(endless, default, "f", evaluation));

        Assert.Equal("U1001", Assert.Throws<JsonataException>(() => Calls.Call(endless, default, "f", NewEvaluation())).Code);
    }

    [Fact]
    public void Signature_ContextLeftOut_StandsInForTheFirstArgument()
    {
        JsonValue function = Lambda.Of(2, static (arguments, _) => JsonValue.Array(arguments.At(0), arguments.At(1)), s_contextual);

        Assert.Equal("""["x",1]""", Calls.Call(function, "x", "f", NewEvaluation(), 1).ToString());
        Assert.Equal("T0411", Assert.Throws<JsonataException>(() => Calls.Call(function, true, "f", NewEvaluation(), 1)).Code);
    }

    [Fact]
    public void Signature_WrongArgument_IsNamedByItsPlace()
    {
        JsonValue function = Lambda.Of(1, static (arguments, _) => arguments.At(0), s_number);

        JsonataException exception = Assert.Throws<JsonataException>(() => Calls.Call(function, default, "twice", NewEvaluation(), "x"));
        Assert.Equal(("T0410", "Argument 1 of function \"twice\" does not match function signature"), (exception.Code, exception.Message));
    }

    [Fact]
    public void Signature_ArrayOfNumbers_TakesOneNumberAndRefusesOthers()
    {
        JsonValue function = Lambda.Of(1, static (arguments, _) => arguments.At(0), s_numbers);

        Assert.Equal("[5]", Calls.Call(function, default, "f", NewEvaluation(), 5).ToString());
        Assert.Equal("T0412", Assert.Throws<JsonataException>(() => Calls.Call(function, default, "f", NewEvaluation(), JsonValue.Parse("""[1,"x"]"""))).Code);
    }

    [Fact]
    public void Partial_OpenPlaces_AreFilledInOrder()
    {
        JsonValue function = Lambda.Of(3, static (arguments, _) => JsonValue.Array(arguments.At(0), arguments.At(1), arguments.At(2)));

        JsonValue partial = Calls.Partial(function, "f", [0, 2], default, 2, default);

        Assert.Equal(2, partial.AsFunction!.Arity);
        Assert.Equal("[1,2,3]", Calls.Call(partial, default, null, NewEvaluation(), 1, 3).ToString());
    }

    [Fact]
    public void Call_OfNoFunction_IsRefused() =>
        Assert.Equal("T1006", Assert.Throws<JsonataException>(() => Calls.Call(5, default, "f", NewEvaluation())).Code);

    private static Evaluation NewEvaluation() => new(default, new NoRandomness());

    private sealed class NoRandomness : IRandomSource
    {
        public ulong NextUInt64() => throw new InvalidOperationException("Nothing here draws.");
    }
}
