using System.Collections.Concurrent;
using Infra.Local.Verification;
using Infra.Local.Verification.Clients;

namespace Infra.EndToEnd.Tests.Outages;

/// <summary>CRLs in the bucket, with the certificate of their CA, and every body that a client may have got of them.</summary>
public sealed class PublishedLists(Site site, string name, int keys)
{
    private readonly ConcurrentDictionary<string, byte[][]> _bodies = new();
    private int _number;

    public IReadOnlyList<string> Paths { get; } =
        [.. Enumerable.Range(0, keys).Select(number => $"/crl/{name}-{number}.crl")];

    /// <summary>Puts the CA's certificate beside every list, so that the lists can be verified.</summary>
    public Task PublishCertificatesAsync() => site.State.ChangeAsync(async () =>
    {
        foreach (var path in Paths)
        {
            await site.PutAsync($"aia/{Path.GetFileNameWithoutExtension(path)}.cer", site.Sample.Certificate);
        }
    });

    /// <summary>Puts the next list of every key.</summary>
    public async Task PublishAsync()
    {
        _number++;
        foreach (var path in Paths)
        {
            var body = site.Sample.Build(_number, site.Now.AddHours(-1), site.Now.AddDays(7), entries: _number);
            _bodies.AddOrUpdate(path, [body], (_, before) => [.. before, body]);
            await site.PutAsync(path[1..], body);
        }
    }

    /// <summary>True for a body that was published under the path, whole.</summary>
    public bool IsOf(string path, Answer answer) =>
        answer.Status == 200 && _bodies[path].Any(body => answer.Body.AsSpan().SequenceEqual(body));
}
