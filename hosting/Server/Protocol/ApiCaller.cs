namespace Compiled.Server.Protocol;

/// <summary>In whose name a request comes: region and account of the ARNs that it makes. FEATURES P-018.</summary>
/// <param name="Region">The region, from the request's credential scope or the server's configuration.</param>
/// <param name="Account">The account, 12 digits: the access key where it is 12 digits, or the server's.</param>
internal sealed record ApiCaller(string Region, string Account);
