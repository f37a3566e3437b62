using Infra.Local.Endpoint;
using Infra.Local.Iam;

namespace Infra.Local.Lambda.Permissions;

/// <summary>Says whether a function could be invoked, without doing it.</summary>
public interface IFunctionPermissions
{
    /// <exception cref="AwsException"><c>AccessDenied</c> or <c>ResourceNotFoundException</c>.</exception>
    void DemandInvoke(string functionArn, Principal caller);
}
