using System.Net;
using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary><c>{"cidr": "10.0.0.0/24"}</c>: an address within a block, of IPv4 or IPv6.</summary>
internal sealed record CidrTest(IPNetwork Block) : ValueTest
{
    /// <summary>The block of a text such as <c>10.0.0.7/24</c>, whose address may be any within it; null when it is none.</summary>
    public static CidrTest? Read(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length != 2 || !IPAddress.TryParse(parts[0], out IPAddress? address) || !IsPlain(parts[0], address)
            || !int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int length))
            return null;
        byte[] bytes = address.GetAddressBytes();
        if (length > bytes.Length * 8)
            return null;
        for (int bit = length; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new CidrTest(new IPNetwork(new IPAddress(bytes), length));
    }

    public override bool Fits(in JsonValue value)
        => value.IsString && value.AsString() is var text && IPAddress.TryParse(text, out IPAddress? address) && IsPlain(text, address) && Block.Contains(address);

    // .NET reads 1 as 0.0.0.1, too.
    private static bool IsPlain(string text, IPAddress address)
        => address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetwork || text == address.ToString();
}
