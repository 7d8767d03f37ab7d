using Compiled.Language.Faults;

namespace Compiled.CodeFixes.Tests;

/// <summary>Each fix: the definition before and after it, to the character, and no fault left.</summary>
public sealed class FixTests
{
    /// <summary>A name in the place of each kind: what is written, what the fix writes.</summary>
    public static TheoryData<string, string, string> NearMisses => new()
    {
        { "ASL1101", "\"StartAt\": \"Pck\"", "\"StartAt\": \"Pack\"" },
        { "ASL1102", "\"Next\": \"Shp\"", "\"Next\": \"Ship\"" },
        { "ASL1010", "\"InputPth\": \"$\", \"Type\": \"Pass\"", "\"InputPath\": \"$\", \"Type\": \"Pass\"" },
        { "ASL1020", "\"Type\": \"Succed\"", "\"Type\": \"Succeed\"" },
        { "ASL1021", "\"QueryLanguage\": \"JSONPth\", \"Type\": \"Pass\"", "\"QueryLanguage\": \"JSONPath\", \"Type\": \"Pass\"" },
        { "ASL1204", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"States.Formt('{}\\\"', $.x)\" }", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"States.Format('{}\\\"', $.x)\" }" },
        { "ASL1204", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"States.Array(Format('a'))\" }", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"States.Array(States.Format('a'))\" }" },
        { "ASL1203", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"UUID()\" }", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"States.UUID()\" }" },
        { "ASL1212", "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $uppercse($states.input.a) %}\"", "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $uppercase($states.input.a) %}\"" },
        { "ASL1211", "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $states.inptu.a %}\"", "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $states.input.a %}\"" },
        { "ASL1210", "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% order %}\"", "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $states.input.order %}\"" },
        { "ASL1220", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"States.Hash($.x, 'SHA256')\" }", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"States.Hash($.x, 'SHA-256')\" }" },
        { "ASL2501", "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sns:publsh\", \"Parameters\": { \"TopicArn\": \"t\", \"Message\": \"m\" }", "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sns:publish\", \"Parameters\": { \"TopicArn\": \"t\", \"Message\": \"m\" }" },
        { "ASL2501", "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::snss:publish\", \"Parameters\": { \"TopicArn\": \"t\", \"Message\": \"m\" }", "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sns:publish\", \"Parameters\": { \"TopicArn\": \"t\", \"Message\": \"m\" }" },
        { "ASL2504", "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sns:publish\", \"Parameters\": { \"TopicArn\": \"t\", \"Mesage.$\": \"$.m\" }", "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sns:publish\", \"Parameters\": { \"TopicArn\": \"t\", \"Message.$\": \"$.m\" }" },
        { "ASL2309", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"$$.Execution.Nme\" }", "\"Type\": \"Pass\", \"Parameters\": { \"a.$\": \"$$.Execution.Name\" }" },
        { "ASL2105", "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:Pack\", \"Retry\": [ { \"ErrorEquals\": [ \"States.Timout\" ] } ]", "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:Pack\", \"Retry\": [ { \"ErrorEquals\": [ \"States.Timeout\" ] } ]" },
    };

    [Theory]
    [MemberData(nameof(NearMisses))]
    public async Task NearMiss_IsReplacedByTheNameMeant(string id, string written, string meant)
    {
        const string sound = """
            { "StartAt": "Pack", "States": { "Pack": { "Type": "Pass", "Next": "Ship" }, "Ship": { "Type": "Succeed" } } }
            """;
        string name = meant[..(meant.IndexOf(':') + 1)];
        string part = name switch
        {
            "\"StartAt\":" => "\"StartAt\": \"Pack\"",
            "\"Next\":" => "\"Next\": \"Ship\"",
            _ when meant.StartsWith("\"Type\": \"Succeed\"", StringComparison.Ordinal) => "\"Type\": \"Succeed\"",
            _ => "\"Type\": \"Pass\"",
        };
        FixProject project = new(sound.Replace(part, written, StringComparison.Ordinal));

        FixProject fixedProject = await project.Fix(FaultCatalog.Find(id)!);

        Assert.Equal(sound.Replace(part, meant, StringComparison.Ordinal), fixedProject.Definition);
        Assert.Empty(fixedProject.Faults());
    }

    [Fact]
    public async Task NearMiss_Title_SaysWhatIsChangedToWhat()
    {
        FixProject project = new("""{ "StartAt": "Pack", "States": { "Pack": { "Type": "Pass", "Next": "Shp" }, "Ship": { "Type": "Succeed" } } }""");

        Assert.Equal(["Change 'Shp' to 'Ship'"], await project.Titles(NameFaults.UnknownNext));
    }

    [Fact]
    public async Task NearMiss_WhereNothingIsNear_OffersNothing()
    {
        FixProject project = new("""{ "StartAt": "Pack", "States": { "Pack": { "Type": "Pass", "Next": "Elsewhere" } } }""");

        Assert.Empty(await project.Titles(NameFaults.UnknownNext));
    }

    [Fact]
    public async Task NearMiss_OfAFieldWhoseValueDoesNotFit_OffersNothing()
    {
        FixProject project = new("""
            { "StartAt": "Choose", "States": {
              "Choose": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "NumericEquals": 1, "Next": "Done", "End": true } ], "Default": "Done" },
              "Done": { "Type": "Succeed" }
            } }
            """);

        Assert.Empty(await project.Titles(FieldFaults.UnknownField));
    }

    [Fact]
    public async Task NearMiss_OfANameWithSpecialCharacters_IsEscaped()
    {
        FixProject project = new("""{ "StartAt": "Pack", "States": { "Pack": { "Type": "Pass", "Next": "Say hllo" }, "Say \"hello": { "Type": "Succeed" } } }""");

        Assert.Equal(
            """{ "StartAt": "Pack", "States": { "Pack": { "Type": "Pass", "Next": "Say \"hello" }, "Say \"hello": { "Type": "Succeed" } } }""",
            (await project.Fix(NameFaults.UnknownNext)).Definition);
    }

    [Fact]
    public async Task NearMiss_OfAPathStep_KeepsTheRestOfThePath()
    {
        FixProject project = new("""
            { "StartAt": "Make", "States": {
              "Make": { "Type": "Pass", "Result": { "order": { "total": 1, "the id": 2 } }, "Next": "Use" },
              "Use": { "Type": "Pass", "Parameters": { "a.$": "States.Format('{}', $.order.totl)", "b.$": "$.order['the d']" }, "End": true }
            } }
            """);

        FixProject all = await project.FixAll(DataFaults.PathNeverPresent);

        Assert.Contains("""{ "a.$": "States.Format('{}', $.order.total)", "b.$": "$.order['the id']" }""", all.Definition);
        Assert.Empty(all.Faults());
    }

    [Fact]
    public async Task NearMiss_OfAStepInJsonata_IsWrittenAsJsonataWritesNames()
    {
        FixProject project = new("""
            { "QueryLanguage": "JSONata", "StartAt": "Make", "States": {
              "Make": { "Type": "Pass", "Output": { "total": 1, "the id": 2 }, "Next": "Use" },
              "Use": { "Type": "Pass", "Output": { "a": "{% $states.input.totl %}", "b": "{% $states.input.`the d` %}" }, "End": true }
            } }
            """);

        FixProject all = await project.FixAll(DataFaults.PathNeverPresent);

        Assert.Contains("""{ "a": "{% $states.input.total %}", "b": "{% $states.input.`the id` %}" }""", all.Definition);
        Assert.Empty(all.Faults());
    }

    [Theory]
    [InlineData("\"id\": \"$.order.id\"", "\"id.$\": \"$.order.id\"")]
    [InlineData("\"id\" : \"$$.Execution.Id\"", "\"id.$\" : \"$$.Execution.Id\"")]
    [InlineData("\"id\": [ { \"x\": \"States.UUID()\" } ]", "\"id\": [ { \"x.$\": \"States.UUID()\" } ]")]
    public async Task PayloadKey_WithoutItsEnding_GetsIt(string written, string meant)
    {
        const string definition = """{ "StartAt": "Pick", "States": { "Pick": { "Type": "Pass", "Parameters": { # }, "End": true } } }""";

        FixProject project = await new FixProject(definition.Replace("#", written)).Fix(DataFaults.PayloadKeyWithoutDollar);

        Assert.Equal(definition.Replace("#", meant), project.Definition);
        Assert.Empty(project.Faults());
    }

    [Theory]
    [InlineData("\"id\": \"$.a\", \"id.$\": \"$.b\"")]
    [InlineData("\"id\": \"$.a[\"")]
    public async Task PayloadKey_ThatWouldBeAnotherFault_IsLeft(string written)
    {
        FixProject project = new($$"""{ "StartAt": "Pick", "States": { "Pick": { "Type": "Pass", "Parameters": { {{written}} }, "End": true } } }""");

        Assert.Empty(await project.Titles(DataFaults.PayloadKeyWithoutDollar));
    }

    [Fact]
    public async Task PathInATextField_IsReadByThePathField()
    {
        FixProject project = await new FixProject("""{ "StartAt": "Stop", "States": { "Stop": { "Type": "Fail", "Cause": "$.why", "Error": "Own" } } }""").Fix(DataFaults.NoPath);

        Assert.Equal("""{ "StartAt": "Stop", "States": { "Stop": { "Type": "Fail", "CausePath": "$.why", "Error": "Own" } } }""", project.Definition);
        Assert.Empty(project.Faults());
    }
}
