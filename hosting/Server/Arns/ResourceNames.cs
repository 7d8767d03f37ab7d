using Compiled.Durable;
using Compiled.Server.Protocol;

namespace Compiled.Server.Arns;

/// <summary>Which names machines, activities and executions may have. FEATURES P-012.</summary>
internal static class ResourceNames
{
    private const int Longest = 80;

    /// <summary>Reads a name that has to be there.</summary>
    /// <exception cref="ApiException">ValidationException, InvalidName.</exception>
    public static string Read(ApiRequest request)
    {
        string name = request.RequiredText("name", 1, Longest);
        request.Check();
        Check(name);
        return name;
    }

    /// <exception cref="ApiException">InvalidName.</exception>
    public static void Check(string name)
    {
        if (!ExecutionNames.IsName(name))
            throw ApiErrors.InvalidName(name);
    }
}
