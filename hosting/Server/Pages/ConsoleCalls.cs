using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Server.Protocol;
using Compiled.WebConsole;

namespace Compiled.Server.Pages;

/// <summary>Operations of the API as the console calls them: what they refuse is shown in AWS's words.</summary>
internal static class ConsoleCalls
{
    /// <exception cref="ConsoleRefusedException">The operation refuses it.</exception>
    public static async ValueTask<JsonElement> CallAsync(LocalCalls calls, string operation, JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.CallAsync(operation, request, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException refused)
        {
            throw new ConsoleRefusedException(refused.Code, refused.Message);
        }
    }
}
