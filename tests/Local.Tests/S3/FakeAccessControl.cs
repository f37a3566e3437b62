using Infra.Local.Endpoint;
using Infra.Local.Iam;

namespace Infra.Local.Tests.S3;

/// <summary>Allows everything but what a test forbids, and remembers what it was asked.</summary>
internal sealed class FakeAccessControl : IAccessControl
{
    private readonly List<Func<AccessRequest, bool>> _denied = [];

    public List<(AccessRequest Request, string? ResourcePolicy)> Asked { get; } = [];

    public void Deny(string action, Func<AccessRequest, bool>? when = null) =>
        _denied.Add(request => request.Action == action && (when is null || when(request)));

    public void AllowEverything() => _denied.Clear();

    public void Demand(AccessRequest request, string? resourcePolicy = null)
    {
        lock (Asked)
        {
            Asked.Add((request, resourcePolicy));
        }

        if (_denied.Any(denies => denies(request)))
        {
            throw new AwsException("AccessDenied", $"{request.Principal} may not {request.Action} on {request.Resource}.", 403);
        }
    }
}
