using Compiled.TestState;
using Compiled.TestState.Schemas;
using Compiled.Values;

namespace TestState.Tests;

/// <summary>Mocked results held to what the services give. FEATURES M-023.</summary>
public sealed class ResultSchemaTests
{
    [Theory]
    [InlineData("lambda:invoke", """{"StatusCode":"200"}""", "Field 'StatusCode' must be a number")]
    [InlineData("lambda:invoke", """{"Payload":[{}]}""", null)]
    [InlineData("aws-sdk:lambda:invoke", """{"Payload":[{}]}""", "Field 'Payload' must be a string")]
    [InlineData("aws-sdk:lambda:getFunction", """{"Configuration":{"MemorySize":10241}}""", "Field 'MemorySize' exceeds the maximum value")]
    [InlineData("aws-sdk:lambda:getFunction", """{"Configuration":{"EphemeralStorage":{}}}""", "Required field 'Size' is missing")]
    [InlineData("aws-sdk:lambda:getFunction", """{"Tags":{"a":1}}""", "Field 'a' must be a string")]
    [InlineData("aws-sdk:s3:listObjectsV2", """{"Contents":[{"Size":1},{"Size":true}]}""", "Field 'Size' must be a number")]
    [InlineData("aws-sdk:s3:listObjectsV2", """{"IsTruncated":"no"}""", "Field 'IsTruncated' must be a boolean")]
    [InlineData("dynamodb:getItem", """{"Item":{"a":{"L":[{"M":{"b":{"S":1}}}]}}}""", "Field 'S' must be a string")]
    [InlineData("dynamodb:getItem", """{"Item":[]}""", "Field 'Item' must be an object")]
    [InlineData("dynamodb:getItem", "[]", "not an object")]
    [InlineData("aws-sdk:dynamodb:describeLimits", """{"Item":1}""", null)]
    [InlineData("apigateway:invoke", "1", null)]
    [InlineData("athena:startQueryExecution.sync", """{"QueryExecution":{"Status":{"State":"DONE"}}}""", "Field 'State' is not an expected value")]
    [InlineData("aws-sdk:secretsmanager:getSecretValue", """{"VersionId":"short"}""", "Field 'VersionId' is smaller than the minimum length")]
    [InlineData("states:startExecution.sync:2", """{"ExecutionArn":"a","StateMachineArn":"m","Status":"SUCCEEDED","StartDate":"d","Output":{"x":1}}""", null)]
    [InlineData("states:startExecution.sync", """{"ExecutionArn":"a","StateMachineArn":"m","Status":"SUCCEEDED","StartDate":"d","Output":{"x":1}}""", "Field 'Output' must be a string")]
    public async Task Result_OfAService_IsHeldToItsShape(string resource, string result, string? expected)
    {
        StateTestRequest request = new()
        {
            Definition = $$"""{"Type":"Task","QueryLanguage":"JSONata","Resource":"arn:aws:states:::{{resource}}","End":true}""",
            Mock = new StateTestMock { Result = result },
        };

        if (expected is null)
            Assert.Equal("SUCCEEDED", (await Tested.RunAsync(request)).StatusName);
        else
            Assert.Equal(
                expected == "not an object" ? "ValidationException: Mocked result must be a JSON object." : "ValidationException: Mock result schema validation error: " + expected,
                await Tested.RefusalAsync(request));
    }

    [Theory]
    [InlineData("{}", "Required field 'ExecutionArn' is missing", null)]
    [InlineData("""{"ExecutionArn":""}""", "Field 'ExecutionArn' is smaller than the minimum length", "Field 'ExecutionArn' is smaller than the minimum length")]
    public void Result_WhereNotAllIsRequired_IsAskedOnlyForWhatIsThere(string result, string? strict, string? present)
    {
        ResultSchema schema = ResultSchemas.Find("sfn", "startExecution")!;

        Assert.Equal(strict, new SchemaCheck(requiresFields: true).Find(schema, JsonValue.Parse(result)));
        Assert.Equal(present, new SchemaCheck(requiresFields: false).Find(schema, JsonValue.Parse(result)));
    }

    [Fact]
    public void Tables_AllOfThem_AreWellFormed()
    {
        (string Service, string Action)[] all = [.. ResultSchemas.All];

        Assert.All(all, static call => Visit(ResultSchemas.Find(call.Service, call.Action)!));
        Assert.Equal(all.Length, all.Distinct().Count());

        static void Visit(ResultSchema schema)
        {
            HashSet<string> known = [];
            Each(schema.Shape);

            void Each(Shape shape)
            {
                if (shape.Kind == ShapeKind.Named && known.Add(shape.Name))
                    Each(schema.Named(shape.Name));
                if (shape.Item is { } item)
                    Each(item);
                foreach (ShapeMember member in shape.Members)
                    Each(member.Shape);
            }
        }
    }
}
