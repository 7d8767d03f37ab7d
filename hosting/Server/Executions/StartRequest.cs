using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Executions;

/// <summary>What both starts say beside the machine and the input.</summary>
/// <param name="Name">The execution's name; null to have one made.</param>
/// <param name="TraceHeader">The X-Ray header; that of the HTTP request goes before that of the body. FEATURES V-070.</param>
internal sealed record StartRequest(string? Name, string? TraceHeader)
{
    /// <exception cref="ApiException">ValidationException, InvalidName.</exception>
    public static StartRequest Read(ApiCall call)
    {
        string? name = call.Request.Text("name", 1, 80), trace = call.Request.Text("traceHeader", 0, 256);
        call.Request.Check();
        if (name is not null)
            ResourceNames.Check(name);
        return new StartRequest(name, call.TraceHeader ?? trace);
    }
}
