using Compiled.Language.Faults;

namespace Compiled.CodeFixes.Tests;

/// <summary>The handler that a Task lacks, written into its class with types for what is known of its input.</summary>
public sealed class HandlerStubTests
{
    private const string Class = """
        using Compiled;
        using Compiled.Values;
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop;

        [StateMachine("Order.asl.json")]
        public partial class Order
        {
            [TaskHandler]
            private void Reserve() { }
        }

        """;

    [Fact]
    public async Task Stub_OfAnInputOfWhichNothingIsKnown_TakesJson()
    {
        FixProject project = new(Definition(""), Class);

        Assert.Equal(["Add a handler of 'Charge card'"], await project.Titles(HandlerFaults.TaskWithoutHandler));
        FixProject after = await project.Fix(HandlerFaults.TaskWithoutHandler);

        Assert.Equal(
            Class.Replace(
                "    private void Reserve() { }\n",
                """
                    private void Reserve() { }

                    [TaskHandler("Charge card")]
                    private Task<JsonValue> ChargeCardAsync(JsonValue input, CancellationToken cancellationToken) =>
                        throw new global::System.InvalidOperationException("Task 'Charge card' is not written yet.");

                """),
            after.Source);
        Assert.Empty(await after.Reported());
    }

    [Fact]
    public async Task Stub_OfKnownParameters_TakesARecord()
    {
        FixProject project = new(
            Definition("""
                "Parameters": { "id": "a", "total": 1.5, "isPaid": true, "ship-to": { "city": "Bonn" }, "lines": [ { "sku": "x" } ], "any.$": "$.any" },
                """),
            Class);

        FixProject after = await project.Fix(HandlerFaults.TaskWithoutHandler);

        Assert.Contains(
            """
                private Task<JsonValue> ChargeCardAsync(ChargeCardInput input, CancellationToken cancellationToken) =>
                    throw new global::System.InvalidOperationException("Task 'Charge card' is not written yet.");

                private sealed record ChargeCardInput(string Id, double Total, bool IsPaid, [property: JsonPropertyName("ship-to")] ChargeCardInputShipTo ShipTo, IReadOnlyList<ChargeCardInputLinesItem> Lines, JsonValue Any);

                private sealed record ChargeCardInputLinesItem(string Sku);

                private sealed record ChargeCardInputShipTo(string City);
            }

            """,
            after.Source);
        Assert.Empty(await after.Reported());
    }

    [Theory]
    [InlineData("[Compiled.StateMachine(\"Order.asl.json\")]\r\npublic partial class Order\r\n{\r\n\t[Compiled.TaskHandler] void Reserve() { }\r\n}\r\n", "\r\n\r\n\t[global::Compiled.TaskHandler(\"Charge card\")]\r\n\tprivate global::System.Threading.Tasks.Task<global::Compiled.Values.JsonValue> ChargeCardAsync(")]
    [InlineData("class Outer { [Compiled.StateMachine(\"Order.asl.json\")] partial class Order { [Compiled.TaskHandler] void Reserve() { } } }", "void Reserve() { } \n\n[global::Compiled.TaskHandler(\"Charge card\")]\nprivate ")]
    public async Task Stub_InAnyLayout_CompilesThere(string source, string expected)
    {
        FixProject after = await new FixProject(Definition(""), source).Fix(HandlerFaults.TaskWithoutHandler);

        Assert.Contains(expected, after.Source);
        Assert.DoesNotContain(await after.Reported(), reported => reported.Contains("ASL3001", StringComparison.Ordinal) || reported.Contains(": error CS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stubs_OfAllTasksOfADefinition_AreWrittenInItsOrder()
    {
        FixProject project = new(
            Definition("").Replace("\"End\": true", "\"Next\": \"Notify\" },\n    \"Notify\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:Tell\", \"End\": true"),
            Class);

        FixProject after = await project.FixAll(HandlerFaults.TaskWithoutHandler);

        int charge = after.Source.IndexOf("[TaskHandler(\"Charge card\")]", StringComparison.Ordinal), notify = after.Source.IndexOf("[TaskHandler(\"Notify\")]", StringComparison.Ordinal);
        Assert.InRange(charge, 1, notify);
        Assert.Empty(await after.Reported());
    }

    [Fact]
    public async Task Stub_OfATakenName_GetsANumber()
    {
        FixProject project = new(Definition(""), Class.Replace("private void Reserve() { }", "private void Reserve() { }\n    private void ChargeCardAsync() { }"));

        Assert.Contains("> ChargeCard2Async(", (await project.Fix(HandlerFaults.TaskWithoutHandler)).Source, StringComparison.Ordinal);
    }

    private static string Definition(string parameters) => $$"""
        {
          "StartAt": "Reserve",
          "States": {
            "Reserve": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Reserve", "ResultPath": null, "Next": "Charge card" },
            "Charge card": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Pay", {{parameters}} "End": true }
          }
        }
        """;
}
