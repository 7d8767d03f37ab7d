using System.Net;
using System.Net.Sockets;

namespace Compiled.Outside.HttpTasks;

/// <summary>
/// Connects HTTP tasks to public addresses only. It looks at the address that is connected to, not at the name: a definition or an input may
/// choose the name, and whoever owns a name chooses what it stands for.
/// </summary>
internal sealed class AddressGuard(HttpTaskConfiguration configuration)
{
    // IANA's registries of special-purpose addresses: what is not "globally reachable", and multicast.
    private static readonly IPNetwork[] s_notPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // The last 32 bits of NAT64 and 6to4 name an IPv4 address, which would get round the list above.
            "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
            "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static bool IsPublic(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !s_notPublic.Any(network => network.Contains(plain));
    }

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal)
            ? [literal] : await Dns.GetHostAddressesAsync(target.Host, cancellationToken).ConfigureAwait(false);
        if (!configuration.AllowPrivateAddresses && !configuration.AllowedHosts.Contains(target.Host, StringComparer.OrdinalIgnoreCase))
        {
            // One forbidden address forbids the name, so that nothing depends on the order in which a name server gives them.
            foreach (IPAddress address in addresses)
            {
                if (!IsPublic(address))
                    throw new ForbiddenAddressException($"'{target.Host}' has the address {address}, which is not public; allow it with 'allowPrivateAddresses' or 'allowedHosts'.");
            }
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
