-- Functions made from here on may be called by nobody until they are granted.
alter default privileges revoke execute on functions from public;
