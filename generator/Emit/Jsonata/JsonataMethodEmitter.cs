using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>Writes the body of a method marked <c>[Jsonata]</c>: its arguments to JSON, the expression, its value to the method's type.</summary>
internal static class JsonataMethodEmitter
{
    private const string Argument = "global::Compiled.Jsonata.ExpressionArgument.";
    private const string Result = "global::Compiled.Jsonata.ExpressionResult.";

    /// <summary>The method's part of its class. <paramref name="evaluate"/> is the expression's own method, with <c>global::</c>.</summary>
    public static string Write(JsonataMethod method, string evaluate) => Write(method, code =>
    {
        List<string> arguments = [.. Values(method), Evaluation(method)];
        code.Line("=> " + ToResult(method, $"{evaluate}({string.Join(", ", arguments)})") + ";");
    });

    /// <summary>The method where its expression does not compile: whoever calls it is told so, and the rest of the project keeps compiling.</summary>
    public static string WriteFaulty(JsonataMethod method, string errorCode, string message, int position) => Write(method, code =>
        code.Line($"=> throw new global::Compiled.Jsonata.JsonataException({CSharp.Text(errorCode)}, {CSharp.Text(message)}) {{ Position = {CSharp.Number(position)} }};"));

    private static string Write(JsonataMethod method, System.Action<CodeWriter> body)
    {
        var code = new CodeWriter();
        FileHeader.Write(code);
        if (method.Namespace.Length > 0)
            code.Open("namespace " + method.Namespace);
        foreach (string outer in method.ContainingTypes)
            code.Open(outer);
        code.Comment(method.Expression);
        string parameters = string.Join(", ", method.Parameters.Select(parameter => parameter.Declaration));
        code.Line($"{method.Modifiers} {method.Result.Declaration} {method.Name}({parameters})").Indent();
        body(code);
        code.Outdent();
        for (int i = method.ContainingTypes.Count + (method.Namespace.Length > 0 ? 1 : 0); i > 0; i--)
            code.Close();
        return code.ToString();
    }

    /// <summary>The input, and the variables in their order.</summary>
    private static IEnumerable<string> Values(JsonataMethod method)
    {
        JsonataParameter? input = method.Parameters.FirstOrDefault(parameter => parameter.Role == JsonataRole.Input);
        yield return input is null ? "default" : ToJson(method, input);
        foreach (JsonataParameter variable in method.Parameters.Where(parameter => parameter.Role == JsonataRole.Variable))
            yield return ToJson(method, variable);
    }

    private static string ToJson(JsonataMethod method, JsonataParameter parameter)
    {
        string name = Name(parameter);
        return parameter.Kind switch
        {
            JsonataKind.Text when parameter.Role == JsonataRole.Input => $"{Argument}OfText({name})",
            JsonataKind.Typed or JsonataKind.TypedStruct => $"{Argument}Of<{parameter.Type}>({name}, {TypeInfo(method, parameter.Type)})",
            _ => $"{Argument}Of({name})",
        };
    }

    private static string Evaluation(JsonataMethod method) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Role == JsonataRole.Evaluation) is { } given
            ? Name(given) : "global::Compiled.Jsonata.StandaloneEvaluation.Begin()";

    private static string ToResult(JsonataMethod method, string value)
    {
        JsonataResult result = method.Result;
        string name = CSharp.Text(method.Name), acceptsNull = CSharp.Bool(result.AcceptsNull), certain = result.AcceptsNull ? "" : "!.Value";
        return result.Kind switch
        {
            JsonataKind.None => $"{Result}Write({value}, {Name(method.Parameters.First(parameter => parameter.Role == JsonataRole.Output))}, {name})",
            JsonataKind.JsonValue => value + ".Plain",
            JsonataKind.JsonElement => $"{Result}ToJsonElement{(result.AcceptsNull ? "OrNull" : "")}({value}, {name})",
            JsonataKind.JsonNode => $"{Result}ToJsonNode({value}, {acceptsNull}, {name})!",
            JsonataKind.Memory or JsonataKind.Bytes => $"{Result}ToUtf8({value}, {name})",
            JsonataKind.Text => $"{Result}ToText({value}, {acceptsNull}, {name})!",
            JsonataKind.Boolean => $"{Result}ToBoolean({value}, {acceptsNull}, {name}){certain}",
            JsonataKind.Double => $"{Result}ToDouble({value}, {acceptsNull}, {name}){certain}",
            JsonataKind.Int64 => $"{Result}ToInt64({value}, {acceptsNull}, {name}){certain}",
            JsonataKind.Int32 => $"{Result}ToInt32({value}, {acceptsNull}, {name}){certain}",
            JsonataKind.TypedStruct => $"{Result}ToStruct<{result.Type}>({value}, {TypeInfo(method, result.Type)}, {acceptsNull}, {name}){certain}",
            _ => $"{Result}To<{result.Type}>({value}, {TypeInfo(method, result.Type)}, {acceptsNull}, {name})!",
        };
    }

    private static string TypeInfo(JsonataMethod method, string type) =>
        $"{method.JsonContext}.Default.GetTypeInfo(typeof({type}))!";

    private static string Name(JsonataParameter parameter) => parameter.Declaration.Substring(parameter.Declaration.LastIndexOf(' ') + 1);
}
