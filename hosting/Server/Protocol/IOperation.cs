namespace Compiled.Server.Protocol;

/// <summary>An operation of AWS's API; the class has its name.</summary>
internal interface IOperation
{
    /// <summary>Does it, and writes the members of the answer.</summary>
    /// <exception cref="ApiException">The request is refused.</exception>
    ValueTask HandleAsync(ApiCall call);
}
