namespace Compiled.Generator.Emit.FastPaths;

/// <summary>How a fast path calls a task's handler.</summary>
/// <param name="Method">The method of the workflow class.</param>
/// <param name="TakesToken">Whether it takes the token.</param>
/// <param name="TakesContext">Whether the handler may ask for its context, so that the method is given the path, and no token.</param>
internal sealed record PlainCall(string Method, bool TakesToken, bool TakesContext = false)
{
    /// <summary>The C# expression of the call.</summary>
    public string With(string arguments) => $"workflow.{Method}({(TakesContext ? "ref path, " : "")}{arguments}{(TakesToken ? ", path.Token" : "")})";
}
