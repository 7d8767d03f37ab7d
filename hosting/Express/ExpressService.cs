using Microsoft.Extensions.Hosting;

namespace Compiled.Hosting;

/// <summary>Takes up what was left when the application starts, and drains when it stops.</summary>
internal sealed class ExpressService(ExpressHost host) : IHostedService
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _resumed = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // More may have been left than the queue holds; the application needn't wait until that is done.
        _resumed = host.ResumeAsync(_stopping.Token).AsTask();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await host.StopAsync(cancellationToken).ConfigureAwait(false);
        await _resumed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }
}
