using Infra.Local.Endpoint;
using Infra.Local.Iam;

namespace Infra.Local.Tests.S3;

/// <summary>Allows everything but what a test forbids, and remembers what it was asked.</summary>
internal sealed class FakeAccessControl : IAccessControl
{
    private readonly List<Func<AccessRequest, bool>> _denied = [];
    private AwsException? _failure;

    public List<(AccessRequest Request, string? ResourcePolicy)> Asked { get; } = [];

    public void Deny(string action, Func<AccessRequest, bool>? when = null) =>
        _denied.Add(request => request.Action == action && (when is null || when(request)));

    /// <summary>Every call ends with this error, as when the endpoint injects a fault.</summary>
    public void FailWith(AwsException error) => _failure = error;

    public void Demand(AccessRequest request, string? resourcePolicy = null)
    {
        lock (Asked)
        {
            Asked.Add((request, resourcePolicy));
        }

        if (_failure is not null)
        {
            throw _failure;
        }

        if (_denied.Any(denies => denies(request)))
        {
            throw new AwsException("AccessDenied", $"{request.Principal} may not {request.Action} on "
                + $"{request.Resource}.", 403);
        }
    }
}
