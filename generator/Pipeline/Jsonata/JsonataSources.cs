using System.Globalization;
using Compiled.Generator.Emit.Jsonata;

namespace Compiled.Generator.Pipeline;

/// <summary>Emits the code of a method marked <c>[Jsonata]</c>.</summary>
internal static class JsonataSources
{
    /// <summary>The files of one method. Errors of the expression are the analyzer's to report.</summary>
    public static JsonataSource Emit(JsonataMethod method, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string type = string.Join(".", method.TypeNames);
        string owner = method.Namespace.Length == 0 ? type : method.Namespace + "." + type;
        string unique = $"{method.Name.TrimStart('@')}_{Signature(owner, method)}";
        string hintName = $"{owner}.{unique}";
        JsonataCompilerOptions options = new()
        {
            Namespace = "Compiled.Generated." + CSharpNames.Pascal(owner.Replace('.', '_')),
            ClassName = unique,
            Accessibility = "internal",
            Variables = [.. method.Parameters.Where(parameter => parameter.Role == JsonataRole.Variable).Select(parameter => parameter.Name)],
        };
        CompiledExpression compiled = JsonataCompiler.Compile(method.Expression, options);
        string code = compiled.Errors.Count == 0
            ? JsonataMethodEmitter.Write(method, $"global::{options.Namespace}.{options.ClassName}.Evaluate")
            : JsonataMethodEmitter.WriteFaulty(method, compiled.Errors[0].Code, compiled.Errors[0].Message, compiled.Errors[0].Position);
        return new JsonataSource(hintName + ".g.cs", code, hintName + ".Expression.g.cs", compiled.Errors.Count == 0 ? compiled.Code : null);
    }

    /// <summary>Tells overloads, and names that differ in case only, apart: FNV-1a over the method's whole name and its parameters' types.</summary>
    private static string Signature(string owner, JsonataMethod method)
    {
        string text = string.Join(",", new[] { owner, string.Join(".", method.ContainingTypes), method.Name }.Concat(method.Parameters.Select(parameter => parameter.Declaration)));
        uint hash = 2166136261;
        foreach (char letter in text)
            hash = unchecked((hash ^ letter) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
