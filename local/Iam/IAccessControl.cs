using Infra.Local.Endpoint;

namespace Infra.Local.Iam;

/// <summary>Decides calls by the policies of the deployed templates.</summary>
public interface IAccessControl
{
    /// <summary>Throws unless the request is allowed and not denied.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="resourcePolicy">JSON of the policy on the resource itself; null when there is none.</param>
    /// <exception cref="AwsException">
    /// <c>AccessDenied</c>, status 403, naming principal, action, resource and whether a statement denied it or none allowed it.
    /// </exception>
    void Demand(AccessRequest request, string? resourcePolicy = null);
}
