using System.Text.Json;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.TestState;

/// <summary>Writes <c>inspectionData</c> as AWS's API answers it.</summary>
internal static class InspectionWriter
{
    public static void Write(Utf8JsonWriter writer, StateInspectionData data)
    {
        writer.WriteStartObject();
        Text("input", data.Input);
        Text("afterArguments", data.AfterArguments);
        Text("afterInputPath", data.AfterInputPath);
        Text("afterParameters", data.AfterParameters);
        Text("result", data.Result);
        Text("afterResultSelector", data.AfterResultSelector);
        Text("afterResultPath", data.AfterResultPath);
        if (data.Request is { } request)
            Write(writer, request);
        if (data.Response is { } response)
            Write(writer, response);
        Text("variables", data.Variables);
        if (data.ErrorDetails is { } details)
            Write(writer, details);
        Text("afterItemsPath", data.AfterItemsPath);
        Text("afterItemSelector", data.AfterItemSelector);
        Text("afterItemBatcher", data.AfterItemBatcher);
        Text("afterItemsPointer", data.AfterItemsPointer);
        Number("toleratedFailureCount", data.ToleratedFailureCount);
        if (data.ToleratedFailurePercentage is { IsMissing: false } percentage)
        {
            writer.WritePropertyName("toleratedFailurePercentage");
            writer.WriteRawValue(Fraction(percentage));
        }

        Number("maxConcurrency", data.MaxConcurrency);
        writer.WriteEndObject();

        void Text(string name, JsonValue value)
        {
            if (!value.IsMissing)
                writer.WriteString(name, value.ToUtf8());
        }

        void Number(string name, JsonValue value)
        {
            if (value.IsMissing)
                return;
            writer.WritePropertyName(name);
            writer.WriteRawValue(value.ToUtf8());
        }
    }

    // A number with a fraction, which AWS writes also where it is whole.
    private static string Fraction(JsonValue number)
    {
        string text = number.ToString();
        return text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? text + ".0" : text;
    }

    private static void Write(Utf8JsonWriter writer, StateErrorDetails details)
    {
        writer.WriteStartObject("errorDetails");
        if (details.CatchIndex is { } caught)
            writer.WriteNumber("catchIndex", caught);
        if (details.RetryIndex is { } retried)
            writer.WriteNumber("retryIndex", retried);
        if (details.RetryBackoffIntervalSeconds is { } seconds)
            writer.WriteNumber("retryBackoffIntervalSeconds", seconds);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, HttpTaskRequest request)
    {
        writer.WriteStartObject("request");
        writer.WriteString("protocol", request.Protocol);
        writer.WriteString("method", request.Method);
        writer.WriteString("url", request.Url);
        writer.WriteString("headers", request.Headers);
        if (request.Body is { } body)
            writer.WriteString("body", body);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, HttpTaskResponse response)
    {
        writer.WriteStartObject("response");
        writer.WriteString("protocol", response.Protocol);
        writer.WriteString("statusCode", response.StatusCode);
        writer.WriteString("statusMessage", response.StatusMessage);
        writer.WriteString("headers", response.Headers);
        if (response.Body is { } body)
            writer.WriteString("body", body);
        writer.WriteEndObject();
    }
}
