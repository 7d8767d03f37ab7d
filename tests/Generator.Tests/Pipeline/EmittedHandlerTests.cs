using System.Reflection;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>Handlers of a class, called by emitted code.</summary>
public sealed class EmittedHandlerTests
{
    private const string Definition = """
        {
          "StartAt": "Reserve",
          "States": {
            "Reserve": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": { "FunctionName": "ReserveStock", "Payload": { "sku.$": "$.sku" } },
              "ResultSelector": { "token.$": "$.Payload", "status.$": "$.StatusCode" },
              "Catch": [ { "ErrorEquals": [ "SoldOut" ], "Next": "Sold out" } ],
              "End": true
            },
            "Sold out": { "Type": "Pass", "End": true }
          }
        }
        """;

    private const string Code = """
        using Compiled;
        using System;

        namespace Shop;

        public sealed record Line(string Sku);

        [AslError("SoldOut")]
        public sealed class SoldOutException(string sku) : Exception($"'{sku}' is sold out.");

        [StateMachine("Order.asl.json")]
        public partial class OrderWorkflow
        {
            [TaskHandler("ReserveStock")]
            private string ReserveStock(Line line) => line.Sku == "none" ? throw new SoldOutException(line.Sku) : "token of " + line.Sku;
        }
        """;

    [Theory]
    [InlineData("""{"sku":"hat"}""", """{"token":"token of hat","status":200}""")] // T-021: Payload in, wrapped result out
    [InlineData("""{"sku":"none"}""", """{"Error":"SoldOut","Cause":"'none' is sold out."}""")] // the exception's name, and its message
    public async Task LambdaInvoke_WithAHandlerOfTheFunctionsName_PassesThePayloadOn(string input, string expected)
    {
        Assembly assembly = EmittedAssembly.Load(new TestProject().Source("Order.cs", Code).Definition("/shop/Order.asl.json", Definition));
        var workflow = (Workflow)Activator.CreateInstance(assembly.GetType("Shop.OrderWorkflow")!)!;

        ExecutionResult result = await workflow.ExecuteAsync(input);

        Assert.Equal(expected, result.EnsureSucceeded().ToString());
    }
}
