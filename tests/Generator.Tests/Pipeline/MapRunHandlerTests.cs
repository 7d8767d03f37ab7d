using System.Reflection;
using Compiled.Testing;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>A distributed Map in a project: its children's tasks are methods of the user's class, and errors are the user's exceptions.</summary>
public sealed class MapRunHandlerTests
{
    private const string Definition = """
        {
          "StartAt": "Each",
          "States": {
            "Each": { "Type": "Map", "Label": "Lines", "End": true, "ToleratedFailureCount": 1,
              "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "in", "Key": "lines.jsonl" }, "ReaderConfig": { "InputType": "JSONL" } },
              "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
                "StartAt": "Reserve",
                "States": { "Reserve": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ReserveStock", "End": true,
                  "Catch": [{ "ErrorEquals": ["SoldOut"], "ResultPath": "$.error", "Next": "None" }] },
                  "None": { "Type": "Pass", "End": true } } } }
          }
        }
        """;

    private const string Code = """
        using Compiled;
        using System;
        using System.Threading.Tasks;

        namespace Shop;

        public sealed record Line(string Sku);

        [AslError("SoldOut")]
        public sealed class SoldOutException(string sku) : Exception($"'{sku}' is sold out.");

        [StateMachine("Order.asl.json")]
        public partial class OrderWorkflow
        {
            [TaskHandler("ReserveStock")]
            private async Task<string> ReserveStock(Line line)
            {
                await Task.Yield();
                return line.Sku == "none" ? throw new SoldOutException(line.Sku) : line.Sku == "bad" ? throw new InvalidOperationException() : "token of " + line.Sku;
            }
        }
        """;

    [Fact]
    public async Task Children_CallTheMethodsOfTheClass()
    {
        Assembly assembly = EmittedAssembly.Load(new TestProject().Source("Order.cs", Code).Definition("/shop/Order.asl.json", Definition));
        var workflow = (Workflow)Activator.CreateInstance(assembly.GetType("Shop.OrderWorkflow")!)!;
        MemoryObjectStore store = new();
        store.Put("in", "lines.jsonl", "{\"sku\":\"hat\"}\n{\"sku\":\"none\"}\n{\"sku\":\"bad\"}\n");

        ExecutionResult result = await workflow.ExecuteAsync("{}", new ExecutionOptions { ObjectStore = store });

        var output = result.EnsureSucceeded();
        Assert.Equal("\"token of hat\"", output[0].ToString());
        Assert.Equal("""{"sku":"none","error":{"Error":"SoldOut","Cause":"'none' is sold out."}}""", output[1].ToString());
        Assert.Equal(("FAILED", "InvalidOperationException"), (output[2].Get("Status").AsString(), output[2].Get("Error").AsString()));
        Assert.Equal("Order/Lines", workflow.ChildOf(0).Machine.Name);
    }
}
